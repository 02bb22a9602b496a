package org.rulebatch.cli;

import java.util.List;
import org.rulebatch.cli.options.JobsOption;
import org.rulebatch.cli.print.ExitCode;
import org.rulebatch.imports.SentenceRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code try}. */
@Command(
        name = "try",
        description =
                "Says what would become of a sentence as a rule: its parts, the decision, the check in words and in CEL,"
                        + " examples. Nothing is written.",
        sortOptions = false)
final class TryCommand extends BaseCommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "<sentence>",
            description = "What must be so, in quotes: \"S3 buckets must have versioning enabled\".")
    private List<String> words = List.of();

    @Option(
            names = "--service",
            paramLabel = "<service>",
            defaultValue = "",
            description = "The service, where the sentence does not name it.")
    private String service = "";

    @Mixin
    private JobsOption jobs = new JobsOption();

    @Override
    public Integer call() {
        Trial trial = new Trial(jobs, err());
        SentenceRule.Said said = new SentenceRule.Said(String.join(" ", words), "", service, "");
        out().print(trial.text(Trial.draft(trial.sentences(), said).rule()));
        out().flush();
        return ExitCode.SUCCESS;
    }
}
