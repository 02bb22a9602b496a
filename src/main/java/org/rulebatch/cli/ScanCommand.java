package org.rulebatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Nearest;
import org.rulebatch.cli.options.AccountsOptions;
import org.rulebatch.cli.options.AccountsSession;
import org.rulebatch.cli.options.AwsOptions;
import org.rulebatch.cli.options.AwsSession;
import org.rulebatch.cli.options.JobsOption;
import org.rulebatch.cli.options.OwnKnowledge;
import org.rulebatch.cli.options.ParametersOption;
import org.rulebatch.cli.options.SaveExampleOption;
import org.rulebatch.cli.print.ExitCode;
import org.rulebatch.engine.RuleFiles;
import org.rulebatch.engine.RunResult;
import org.rulebatch.engine.Severity;
import org.rulebatch.engine.Verdict;
import org.rulebatch.engine.aws.IamPolicy;
import org.rulebatch.engine.scan.RuleTexts;
import org.rulebatch.engine.scan.ScanFormat;
import org.rulebatch.files.Json;
import org.rulebatch.ruleyaml.CheckParameters;
import org.rulebatch.ruleyaml.RuleDocument;
import org.rulebatch.ruleyaml.RuleYamlException;
import org.rulebatch.store.InputException;
import org.rulebatch.yaml.YamlException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code scan}. */
@Command(
        name = "scan",
        description = "Executes rule files against AWS and prints a verdict for each resource. It only reads.",
        sortOptions = false)
final class ScanCommand extends BaseCommand {

    @Option(
            names = "--rules",
            required = true,
            paramLabel = "<file|folder>",
            description = "A rule file, or a folder with the rule files of a run or of deployRules.")
    private Path rules = Path.of("");

    @Option(names = "--services", split = ",", paramLabel = "<a,b>", description = "Only these services' files.")
    private Set<String> services = new LinkedHashSet<>();

    @Option(
            names = "--proposed",
            description =
                    "Scan a folder's proposed checks instead of its generated ones: checks with a reservation that"
                            + " nobody has confirmed.")
    private boolean proposed;

    @Option(
            names = "--format",
            paramLabel = "<format>",
            defaultValue = "table",
            description = "One of table, json, csv, sarif, ocsf (default: ${DEFAULT-VALUE}).")
    private ScanFormat format = ScanFormat.TABLE;

    @Option(
            names = "--fail-on",
            paramLabel = "<severity>",
            defaultValue = "informational",
            description = "The exit code is 1 if a rule of this severity or a graver one fails: informational, low,"
                    + " medium, high, critical (default: ${DEFAULT-VALUE}).")
    private Severity failOn = Severity.INFORMATIONAL;

    @Option(
            names = "--fail-on-unknown",
            description = "The exit code is 1 as well if such a rule could not be decided somewhere.")
    private boolean failOnUnknown;

    @Option(names = "--print-iam-policy", description = "Print the IAM policy that the rules need, and make no call.")
    private boolean printIamPolicy;

    @Mixin
    private SaveExampleOption example = new SaveExampleOption();

    @Mixin
    private AccountsOptions accounts = new AccountsOptions();

    @Mixin
    private AwsOptions aws = new AwsOptions();

    @Mixin
    private ParametersOption parameters = new ParametersOption();

    @Mixin
    private JobsOption jobs = new JobsOption();

    @Override
    public Integer call() throws IOException {
        accounts.check();
        List<RuleDocument> documents = documents();
        PrintWriter out = out();
        if (printIamPolicy) {
            out.println(Json.text(new IamPolicy(Catalog.bundled()).of(documents)));
            return ExitCode.SUCCESS;
        }
        if (proposed) {
            err().println("These are proposed checks: each has a reservation that nobody has decided yet, so a FAIL"
                    + " may be none. The command 'review' shows the reservations.");
        }
        CheckParameters stated = stated();
        return accounts.isGiven() ? accounts(documents, stated) : account(documents, stated, out);
    }

    private int accounts(List<RuleDocument> documents, CheckParameters stated) throws IOException {
        if (example.isAsked()) {
            throw new InputException("--save-example is about one account; scan that one without --accounts.");
        }
        OwnKnowledge knowledge = OwnKnowledge.in(jobs.folder(), Catalog.bundled());
        try (AccountsSession session = AccountsSession.open(aws, accounts, knowledge)) {
            return new AccountsRun(accounts, rules, format, failOn, failOnUnknown, out(), err())
                    .of(session, documents, stated);
        }
    }

    private int account(List<RuleDocument> documents, CheckParameters stated, PrintWriter out) throws IOException {
        Instant start = Clock.systemUTC().instant();
        RunResult result = run(documents, stated);
        format.write(result, start, format.isWithTexts() ? RuleTexts.beside(rules) : RuleTexts.NONE, out);
        if (result.isBlank()) {
            BlankScan blank = new BlankScan(result);
            err().println(blank.message());
            return blank.exitCode();
        }
        example.save(documents, result, start, jobs.folder().resolve("examples"), err());
        boolean failed = result.verdicts()
                .filter(verdict -> verdict.status() == Verdict.Status.FAIL
                        || failOnUnknown && verdict.status() == Verdict.Status.UNKNOWN)
                .anyMatch(verdict -> Severity.of(verdict.check().severity()).compareTo(failOn) >= 0);
        return failed ? ExitCode.CRITERIA_NOT_MET : ExitCode.SUCCESS;
    }

    private RunResult run(List<RuleDocument> documents, CheckParameters stated) {
        OwnKnowledge knowledge = OwnKnowledge.in(jobs.folder(), Catalog.bundled());
        try (AwsSession session = AwsSession.open(aws, knowledge, stated, example::recorded)) {
            return session.engine().run(documents, session.regions());
        }
    }

    /** The output is for programs, too, so what was stated is said beside it. */
    private CheckParameters stated() throws IOException {
        CheckParameters stated = parameters.in(jobs.folder());
        ParametersOption.check(stated, read());
        ParametersOption.print(stated, err());
        return stated;
    }

    private List<RuleDocument> documents() throws IOException {
        if (!Files.exists(rules)) {
            throw new InputException(
                    "--rules: there is no " + rules + ". Name a rule file or a folder with such files.");
        }
        try {
            List<RuleDocument> all = read();
            if (all.isEmpty()) {
                throw new InputException(nothingIn());
            }
            List<String> known =
                    all.stream().map(RuleDocument::service).distinct().toList();
            services.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> unknown(name, known));
            List<RuleDocument> chosen = all.stream()
                    .filter(document -> services.isEmpty() || services.contains(document.service()))
                    .toList();
            return chosen;
        } catch (RuleYamlException | YamlException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        }
    }

    private List<RuleDocument> read() throws IOException {
        return proposed ? RuleFiles.readProposed(rules) : RuleFiles.read(rules);
    }

    private String nothingIn() throws IOException {
        if (proposed) {
            return "--proposed: there is no file of proposed checks in " + rules
                    + "; a run writes <service>_proposed.yaml where a check needs a person to confirm it.";
        }
        int waiting = RuleFiles.readProposed(rules).stream()
                .mapToInt(document -> document.checks().size())
                .sum();
        return waiting == 0
                ? "--rules: there is no rule file in " + rules
                        + "; a run writes <service>_generated.yaml, deployRules <service>/rules/<service>.yaml."
                : "--rules: all checks in " + rules + " are proposed (" + waiting
                        + "): each has a reservation that nobody"
                        + " has decided. Decide them by the command 'review' and generate again, or add --proposed to scan"
                        + " them as they are.";
    }

    private static void unknown(String name, List<String> known) {
        String nearest = Nearest.suggestion(name, known, "; there are " + String.join(", ", known));
        throw new InputException("--services: no rule file is about '" + name + "'" + nearest);
    }
}
