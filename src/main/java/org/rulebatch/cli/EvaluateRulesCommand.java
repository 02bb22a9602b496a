package org.rulebatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.evaluate.Evaluation;
import org.rulebatch.evaluate.Evaluator;
import org.rulebatch.evaluate.RuleScore;
import org.rulebatch.generate.Labels.LabelledRule;
import org.rulebatch.generate.embedded.CrossValidated;
import org.rulebatch.generate.embedded.EmbeddedGenerator;
import org.rulebatch.generate.embedded.HintedGenerator;
import org.rulebatch.generate.embedded.Trainer;
import org.rulebatch.generate.llm.LlmGenerator;
import org.rulebatch.generate.llm.ReplyStore;
import org.rulebatch.generate.replies.RecordedReplies;
import org.rulebatch.generate.replies.RepliesGenerator;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.ruleyaml.Chains;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The job {@code evaluateRules}. */
@Command(
        name = "evaluateRules",
        description = "Measures a generator against rules that people labelled.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class EvaluateRulesCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--labels", required = true, paramLabel = "<file>", description = "The labels, a JSON list.")
    private Path labels = Path.of("");

    @Option(
            names = "--rules-dir",
            paramLabel = "<folder>",
            defaultValue = "jobs/services",
            description = "Holds the labelled rules (default: ${DEFAULT-VALUE}).")
    private Path rulesDir = Path.of("");

    @Option(
            names = "--generator",
            paramLabel = "<name>",
            defaultValue = "embedded",
            description = "What is measured: embedded, openai, replies (default: ${DEFAULT-VALUE}).")
    private String generator = "embedded";

    @Mixin
    private RepliesOption replies = new RepliesOption();

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Option(
            names = "--cross-validate",
            description = "Answer each rule with weights learned from the other labelled rules only.")
    private boolean crossValidate;

    @Option(
            names = "--with",
            paramLabel = "<labels>@<rules-dir>",
            split = ",",
            description = "Further labelled rules to learn from in cross-validation.")
    private List<String> further = List.of();

    @Option(
            names = "--without",
            paramLabel = "<feature>",
            split = ",",
            description = "Features of the ranker to leave out in cross-validation, or 'knowledge' for all facts.")
    private Set<String> without = Set.of();

    @Option(names = "--misses", description = "List the rules whose first proposal is wrong.")
    private boolean misses;

    @Option(names = "--json", description = "Print JSON instead of tables.")
    private boolean json;

    @Option(names = "--jobs-dir", hidden = true, defaultValue = "jobs")
    private Path jobsDir = Path.of("jobs");

    @Override
    public Integer call() throws IOException {
        List<LabelledRule> rules = LabelFiles.read(labels, rulesDir);
        Catalog catalog = Catalog.bundled();
        Chains chains = new Chains(catalog);
        ServiceNames names = new ServiceNames(catalog);
        OwnKnowledge own = OwnKnowledge.in(jobsDir, catalog);
        own.printReplaced(spec.commandLine().getErr(), "");
        Set<String> features = new TreeSet<>(without);
        Knowledge knowledge = features.remove("knowledge") ? own.knowledge().withoutFacts(catalog) : own.knowledge();
        EmbeddedGenerator embedded = new EmbeddedGenerator(catalog, knowledge, names, chains);
        GeneratorKind kind = GeneratorKind.of(generator);
        Trainer trainer = crossValidate && kind != GeneratorKind.OPENAI
                ? new Trainer(catalog, embedded, names, LabelFiles.with(rules, further), features)
                : null;
        List<RuleScore> scores =
                switch (kind) {
                    case EMBEDDED -> {
                        CrossValidated folds = trainer == null ? null : trainer.crossValidated();
                        yield folds == null
                                ? new Evaluator(catalog, chains, embedded, embedded).score(rules)
                                : new Evaluator(catalog, chains, folds, folds).score(rules);
                    }
                    case REPLIES -> {
                        RecordedReplies recorded =
                                replies.read(spec.commandLine().getErr());
                        HintedGenerator best = trainer == null ? embedded : trainer.crossValidated(recorded);
                        RepliesGenerator hinted = new RepliesGenerator(best, recorded, catalog.version());
                        yield new Evaluator(catalog, chains, hinted, hinted).score(rules);
                    }
                    case OPENAI -> {
                        try (LlmGenerator asking = new LlmGenerator(
                                model.settings(model.identity(), jobsDir),
                                catalog,
                                chains,
                                names,
                                embedded,
                                embedded,
                                ReplyStore.none())) {
                            yield new Evaluator(catalog, chains, asking, embedded).score(rules);
                        }
                    }
                };
        print(scores);
        return ExitCode.SUCCESS;
    }

    private void print(List<RuleScore> scores) {
        PrintWriter out = spec.commandLine().getOut();
        Evaluation evaluation = Evaluation.of(scores);
        if (json) {
            out.println(JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsString(evaluation));
            return;
        }
        evaluation.print(out);
        if (misses) {
            out.println();
            Evaluation.printMisses(scores, out);
        }
    }
}
