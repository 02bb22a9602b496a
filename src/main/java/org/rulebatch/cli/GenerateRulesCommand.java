package org.rulebatch.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rulebatch.batch.IfUnfinished;
import org.rulebatch.batch.Part;
import org.rulebatch.batch.PipelineFactory;
import org.rulebatch.batch.RunInput;
import org.rulebatch.batch.RunReference;
import org.rulebatch.batch.RunSettings;
import org.rulebatch.catalog.Catalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The job {@code generateRules}. */
@Command(
        name = GenerateRulesCommand.NAME,
        description = "Generates rule YAML for all services of a rules folder.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class GenerateRulesCommand implements Callable<Integer> {

    static final String NAME = "generateRules";

    /** What identifies a run, and so cannot be given to one that exists. */
    private static final List<String> INPUT_OPTIONS =
            List.of("--rules-dir", "--services-file", "--generator", "--batch-size", "--fresh", "--resume");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Option(
            names = "--generator",
            paramLabel = "<name>",
            defaultValue = "embedded",
            description = "What proposes decisions: embedded (default: ${DEFAULT-VALUE}).")
    private String generator = "embedded";

    @Option(
            names = "--batch-size",
            paramLabel = "<n>",
            defaultValue = "5",
            description = "Services a batch (default: ${DEFAULT-VALUE}).")
    private int batchSize;

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(names = "--fresh", description = "Start over, even if a run over the same input has not finished.")
    private boolean fresh;

    @Option(
            names = "--resume",
            description = "Go on with a run over the same input if one has not finished; start one otherwise."
                    + " What schedules use.")
    private boolean resume;

    @Option(
            names = "--restart",
            paramLabel = "<id|last>",
            description = "Go on with a run; with --batches or --services, generate these parts of it again.")
    private @Nullable String restart;

    @Option(
            names = "--batches",
            paramLabel = "<5,7>",
            description = "Batches of a run to generate again (with --restart).")
    private @Nullable String batches;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        return restart == null && batches == null ? start() : again();
    }

    private int start() {
        OwnKnowledge knowledge = knowledge();
        RunInput input = new RunInput(rules.selection(), batchSize, identity(knowledge));
        RunSettings settings = options.settings(spec);
        if (batchSize < 1) {
            throw usage("--batch-size is at least 1, not " + batchSize + ".");
        }
        if (fresh && resume) {
            throw usage("--fresh starts over and --resume goes on with what there is: give one of them.");
        }
        Setup.print(out(), input, settings, knowledge, output);
        return Working.on(out(), output, knowledge, job -> job.start(input, settings, ifUnfinished()));
    }

    private int again() {
        for (String option : INPUT_OPTIONS) {
            if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw usage(option
                        + " cannot be given with --restart or --batches: the run keeps what it was started with.");
            }
        }
        RunReference reference = restart == null ? RunReference.last() : RunReference.parse(restart);
        Part part = PartOptions.parse(batches, rules.services());
        RunSettings settings = options.settings(spec);
        return Working.on(
                out(),
                output,
                knowledge(),
                job -> part.isEmpty() ? job.restart(reference, settings) : job.rerun(reference, part, settings));
    }

    private IfUnfinished ifUnfinished() {
        if (fresh) {
            return IfUnfinished.START_OVER;
        }
        return resume ? IfUnfinished.RESTART : IfUnfinished.REFUSE;
    }

    private OwnKnowledge knowledge() {
        return OwnKnowledge.in(rules.jobsDir(), Catalog.bundled());
    }

    private Map<String, String> identity(OwnKnowledge knowledge) {
        return Map.of(
                PipelineFactory.GENERATOR,
                GeneratorKind.of(generator).word(),
                "catalog",
                Catalog.bundled().version(),
                Pipelines.KNOWLEDGE,
                knowledge.hash());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
