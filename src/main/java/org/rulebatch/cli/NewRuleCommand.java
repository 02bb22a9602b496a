package org.rulebatch.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.rulebatch.cli.options.JobsOption;
import org.rulebatch.cli.print.ExitCode;
import org.rulebatch.files.AtomicFile;
import org.rulebatch.files.Program;
import org.rulebatch.imports.SentenceRule;
import org.rulebatch.metadata.Severities;
import org.rulebatch.store.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code new-rule}. */
@Command(
        name = "new-rule",
        description =
                "Asks what must be so, of which service, and how grave it is; writes the rule's file, and says what would become"
                        + " of it. What is given as an option is not asked.",
        sortOptions = false)
final class NewRuleCommand extends BaseCommand {

    @Option(names = "--title", paramLabel = "<sentence>", description = "What must be so, in a sentence.")
    private @Nullable String title;

    @Option(names = "--service", paramLabel = "<service>", description = "The service that the rule is about.")
    private @Nullable String service;

    @Option(
            names = "--severity",
            paramLabel = "<word>",
            description = "How grave it is to violate the rule: low, medium, high or critical.")
    private @Nullable String severity;

    @Option(
            names = "--description",
            paramLabel = "<text>",
            defaultValue = "",
            description = "What the title leaves open; nobody asks for it.")
    private String description = "";

    @Option(
            names = "--rules-dir",
            paramLabel = "<folder>",
            description = "Where <service>/metadata/<rule_id>.yaml is written (default: services in the jobs folder).")
    private @Nullable Path rulesDir;

    @Option(names = "--force", description = "Write over a file that is there.")
    private boolean force;

    @Mixin
    private JobsOption jobs = new JobsOption();

    @Override
    public Integer call() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Trial trial = new Trial(jobs, err());
        SentenceRule sentences = trial.sentences();
        String sentence = title != null ? title : asked(in, "What must be so, in a sentence?", "", "--title");
        String found = sentences.service(sentence).orElse("");
        String about = service != null ? service : asked(in, "Which service?", found, "--service");
        String grave = severity != null
                ? severity
                : asked(in, "How grave is it (low, medium, high, critical)?", "medium", "--severity");
        if (!Severities.isKnown(grave)) {
            throw new InputException("--severity: '" + grave + "' is not known; write one of "
                    + String.join(", ", Severities.NAMES) + ".");
        }
        SentenceRule.Draft draft = Trial.draft(sentences, new SentenceRule.Said(sentence, description, about, grave));
        Path folder = rulesDir == null ? jobs.folder().resolve("services") : rulesDir;
        Path file = folder.resolve(draft.rule().service())
                .resolve("metadata")
                .resolve(draft.rule().ruleId() + ".yaml");
        if (Files.exists(file) && !force) {
            throw new InputException(file + " is there already; edit it, or write over it with --force.");
        }
        Files.createDirectories(file.getParent());
        AtomicFile.write(file, draft.text());
        out().println("Written: " + file + "\n");
        out().print(trial.text(draft.rule()));
        out().println("Next: " + Program.command() + " --job=generateRules" + Program.option("--rules-dir", folder));
        return ExitCode.SUCCESS;
    }

    private String asked(BufferedReader in, String question, String proposal, String option) throws IOException {
        out().print(question + (proposal.isEmpty() ? " " : " [" + proposal + "] "));
        out().flush();
        String answer = in.readLine();
        if (answer == null && proposal.isEmpty() || answer != null && answer.isBlank() && proposal.isEmpty()) {
            throw new InputException(
                    "There is no answer to \"" + question + "\"; give one, or the option " + option + ".");
        }
        return answer == null || answer.isBlank() ? proposal : answer.strip();
    }
}
