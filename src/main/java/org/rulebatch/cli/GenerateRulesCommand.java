package org.rulebatch.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.rulebatch.batch.GenerateRules;
import org.rulebatch.batch.GeneratorKind;
import org.rulebatch.batch.RepositoryContext;
import org.rulebatch.batch.RunResult;
import org.rulebatch.batch.RunSettings;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.knowledge.ServiceNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The job {@code generateRules}. */
@Command(
        name = "generateRules",
        description = "Generates rule YAML for all services of a rules folder.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class GenerateRulesCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Option(
            names = "--generator",
            paramLabel = "<name>",
            defaultValue = "embedded",
            description = "What proposes decisions: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private GeneratorKind generator = GeneratorKind.EMBEDDED;

    @Option(
            names = "--batch-size",
            paramLabel = "<n>",
            defaultValue = "5",
            description = "Services a batch (default: ${DEFAULT-VALUE}).")
    private int batchSize;

    @Option(
            names = "--max-parallel-batches",
            paramLabel = "<n>",
            defaultValue = "5",
            description = "Batches at once (default: ${DEFAULT-VALUE}).")
    private int maxParallelBatches;

    @Option(
            names = "--min-validation-rate",
            paramLabel = "<percent>",
            defaultValue = "90",
            description = "Least share of the decidable rules that must be validated (default: ${DEFAULT-VALUE}).")
    private double minimumRate;

    @Option(names = "--fresh", description = "Start over, even if a run over the same input has not finished.")
    private boolean fresh;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        requireAtLeastOne("--batch-size", batchSize);
        requireAtLeastOne("--max-parallel-batches", maxParallelBatches);
        if (minimumRate < 0 || minimumRate > 100) {
            throw usage("--min-validation-rate is a percentage from 0 to 100, not " + minimumRate + ".");
        }
        PrintWriter out = spec.commandLine().getOut();
        RunSettings settings = settings();
        Setup.print(out, settings, output.repositoryText());
        ServiceNames names = new ServiceNames(Catalog.bundled());
        try (RepositoryContext repository = RepositoryContext.open(output.repository())) {
            GenerateRules job =
                    new GenerateRules(repository, names, new Pipelines(names), out::println, Clock.systemDefaultZone());
            RunResult result = job.start(settings, fresh);
            return Ending.print(out, result, settings);
        }
    }

    private RunSettings settings() {
        Map<String, String> options = Map.of(
                "generator", generator.word(), "catalog", Catalog.bundled().version());
        return new RunSettings(
                rules.selection(), output.output(), generator, batchSize, maxParallelBatches, minimumRate, options);
    }

    private void requireAtLeastOne(String option, int value) {
        if (value < 1) {
            throw usage(option + " is at least 1, not " + value + ".");
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
