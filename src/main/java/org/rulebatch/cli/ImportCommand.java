package org.rulebatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Nearest;
import org.rulebatch.cli.print.ExitCode;
import org.rulebatch.files.Program;
import org.rulebatch.imports.ImportReport;
import org.rulebatch.imports.RuleImport;
import org.rulebatch.imports.format.Formats;
import org.rulebatch.imports.format.Table;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.store.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code import}. */
@Command(
        name = "import",
        description =
                "Makes rules of tables (CSV, Excel, CIS) and of what Prowler, Security Hub, AWS Config, Powerpipe, Checkov,"
                        + " Custodian or ScoutSuite say of their checks; the exit code is 1 if something became no rule,"
                        + " 2 if nothing could be read.",
        sortOptions = false)
final class ImportCommand extends BaseCommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "[<format>] <file|folder>",
            description =
                    "A format, one of csv, xlsx, cis, prowler, securityhub, config, steampipe, checkov, custodian,"
                            + " scoutsuite, or none to recognize each file's; then files, and folders with all below.")
    private List<String> words = List.of();

    @Option(
            names = "--rules-dir",
            required = true,
            paramLabel = "<folder>",
            description = "Where <service>/metadata/<rule_id>.yaml is written.")
    private Path rulesDir = Path.of("");

    @Option(
            names = "--map",
            split = ",",
            paramLabel = "<key>=<column>",
            description =
                    "Of a table: which column holds what, title=Control,id=Nr; keys: id, title, fault (a title that says what"
                            + " is wrong), description, rationale, remediation, severity, service, resource, references, compliance,"
                            + " cloud. Well-known names of columns are found without it.")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(
            names = "--service",
            paramLabel = "<service>",
            description = "Of a table: the service of rows that name none.")
    private String service = "";

    @Option(
            names = "--framework",
            paramLabel = "<name>",
            description = "Of a table: stands before the ids, under compliance: \"CIS AWS 3.0\".")
    private String framework = "";

    @Option(names = "--dry-run", description = "Say what would be written, and write nothing.")
    private boolean dryRun;

    @Option(names = "--force", description = "Write over files that are there and say something else.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        Optional<String> format = Formats.named(words.get(0)).filter(name -> words.size() > 1);
        List<Path> paths =
                words.stream().skip(format.isPresent() ? 1 : 0).map(Path::of).toList();
        paths.forEach(this::requireExists);
        RuleImport.Options options =
                new RuleImport.Options(rulesDir, force, dryRun, new Table.Options(columns(), service, framework));
        ImportReport report = new RuleImport(Catalog.bundled(), Knowledge.bundled(), options).run(format, paths);
        print(report);
        if (report.taken() == 0) {
            err().println("Nothing there is of "
                    + format.map(name -> "the format " + name).orElse("a known format") + "; name "
                    + format.map(Formats::files).orElse("files of " + String.join(", ", Formats.names()))
                    + (format.isPresent() ? ", or omit the format, and each file's is recognized." : "."));
            return ExitCode.USAGE;
        }
        return report.problems().isEmpty() ? ExitCode.SUCCESS : ExitCode.CRITERIA_NOT_MET;
    }

    private void requireExists(Path path) {
        if (!Files.exists(path)) {
            String word = path.toString();
            boolean isFirst = word.equals(words.get(0)) && words.size() > 1;
            String near = Nearest.to(word, Formats.names())
                    .map(name -> " Did you mean the format '" + name + "'?")
                    .orElse("");
            throw new InputException("There is no " + path + "; name files, or folders that hold them"
                    + (isFirst ? ", after one of the formats " + String.join(", ", Formats.names()) : "") + "." + near);
        }
    }

    private Map<String, String> columns() {
        Map<String, String> asked = new LinkedHashMap<>();
        columns.forEach((key, column) -> {
            String known = key.strip().toLowerCase(Locale.ROOT);
            if (!Formats.columns().contains(known)) {
                String near = Nearest.to(known, Formats.columns())
                        .map(name -> "; did you mean '" + name + "'?")
                        .orElse("; there are " + String.join(", ", Formats.columns()));
                throw usage("--map: '" + key + "' is not a key of a rule" + near);
            }
            asked.put(known, column.strip());
        });
        return asked;
    }

    private void print(ImportReport report) {
        PrintWriter out = out();
        report.written().forEach(rule -> out.println(dryRun ? rule.file() + "  " + rule.title() : rule.file()));
        report.notes().forEach(out::println);
        report.problems().forEach(out::println);
        if (!report.dropped().isEmpty()) {
            out.println("Rule metadata has no place for: "
                    + report.dropped().entrySet().stream()
                            .map(each -> each.getKey() + " (" + each.getValue() + ")")
                            .collect(Collectors.joining(", ")));
        }
        if (report.passed() > 0 && report.taken() > 0) {
            out.println(report.passed() + " other files are of no such format and were passed over");
        }
        out.println(report.written().size() + (dryRun ? " rules would be written, " : " rules written, ")
                + report.unchanged() + " unchanged, " + report.problems().size() + " left out");
        if (!report.written().isEmpty() && !dryRun) {
            out.println(
                    "Next: " + Program.command() + " --job=generateRules" + Program.option("--rules-dir", rulesDir));
        }
    }
}
