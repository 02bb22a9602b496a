package org.rulebatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.imports.ForeignFormat;
import org.rulebatch.imports.ImportReport;
import org.rulebatch.imports.RuleImport;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.store.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code import}. */
@Command(
        name = "import",
        description = "Makes rules of what Prowler or Security Hub say of their checks;"
                + " the exit code is 1 if something became no rule.",
        sortOptions = false)
final class ImportCommand extends BaseCommand {

    @Parameters(index = "0", paramLabel = "<format>", description = "One of prowler, securityhub.")
    @SuppressWarnings("NullAway.Init")
    private ForeignFormat format;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "<file|folder>",
            description = "Prowler's <check>.metadata.json; JSON that 'aws securityhub describe-standards-controls',"
                    + " 'list-security-control-definitions', 'get-security-control-definition' or"
                    + " 'batch-get-security-controls' printed; folders with all below.")
    private List<Path> paths = List.of();

    @Option(
            names = "--rules-dir",
            required = true,
            paramLabel = "<folder>",
            description = "Where <service>/metadata/<rule_id>.yaml is written.")
    private Path rulesDir = Path.of("");

    @Option(names = "--force", description = "Write over files that are there and say something else.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new InputException("There is no " + path + "; name files, or folders that hold them.");
            }
        }
        ImportReport report =
                new RuleImport(Catalog.bundled(), Knowledge.bundled(), rulesDir, force).run(format, paths);
        PrintWriter out = out();
        report.written().forEach(file -> out.println(file));
        report.problems().forEach(out::println);
        if (!report.dropped().isEmpty()) {
            out.println("Rule metadata has no place for: "
                    + report.dropped().entrySet().stream()
                            .map(each -> each.getKey() + " (" + each.getValue() + ")")
                            .collect(Collectors.joining(", ")));
        }
        out.println(report.written().size() + " rules written, " + report.unchanged() + " unchanged, "
                + report.problems().size() + " left out");
        if (!report.written().isEmpty()) {
            out.println("Next: " + Hints.program() + " --job=generateRules --rules-dir="
                    + Hints.quoted(rulesDir.toString()));
        }
        return report.problems().isEmpty() ? ExitCode.SUCCESS : ExitCode.CRITERIA_NOT_MET;
    }
}
