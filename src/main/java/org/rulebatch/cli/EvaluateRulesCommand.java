package org.rulebatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rulebatch.batch.remote.PipelineFactory;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Nearest;
import org.rulebatch.cli.options.GeneratorKind;
import org.rulebatch.cli.options.LabelFiles;
import org.rulebatch.cli.options.ModelOptions;
import org.rulebatch.cli.options.OwnKnowledge;
import org.rulebatch.cli.options.Pipelines;
import org.rulebatch.cli.options.RepliesOption;
import org.rulebatch.cli.print.ExitCode;
import org.rulebatch.evaluate.Evaluation;
import org.rulebatch.evaluate.Evaluator;
import org.rulebatch.evaluate.RuleScore;
import org.rulebatch.generate.CandidateSource;
import org.rulebatch.generate.Labels.LabelledRule;
import org.rulebatch.generate.RequirementGenerator;
import org.rulebatch.generate.embedded.EmbeddedGenerator;
import org.rulebatch.generate.embedded.HintedGenerator;
import org.rulebatch.generate.embedded.learn.CrossValidated;
import org.rulebatch.generate.embedded.learn.Trainer;
import org.rulebatch.generate.replies.RecordedReplies;
import org.rulebatch.generate.replies.RepliesGenerator;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.pipeline.RulePipeline;
import org.rulebatch.pipeline.ServicePipeline;
import org.rulebatch.ruleyaml.Chains;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The job {@code evaluateRules}. */
@Command(
        name = "evaluateRules",
        description = "Measures a generator against rules that people labelled.",
        sortOptions = false)
final class EvaluateRulesCommand extends BaseCommand {

    private static final String KNOWLEDGE = "knowledge";

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
            description = "Answer each rule with weights learned from the other labelled rules only (embedded).")
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
            description =
                    "Features of the ranker to leave out in cross-validation, 'learning' for weights of 1 and -1, or"
                            + " 'knowledge' for all facts.")
    private Set<String> without = Set.of();

    @Option(names = "--misses", description = "List the rules whose first proposal is wrong.")
    private boolean misses;

    @Option(names = "--json", description = "Print JSON instead of tables.")
    private boolean json;

    @Option(names = "--jobs-dir", hidden = true, defaultValue = "jobs")
    private Path jobsDir = Path.of("jobs");

    @Override
    public Integer call() throws IOException {
        GeneratorKind kind = GeneratorKind.of(generator);
        if (kind == GeneratorKind.OPENAI && (crossValidate || !further.isEmpty() || !without.isEmpty())) {
            throw usage("--cross-validate, --with and --without are for what learns from labels: embedded, replies.");
        }
        if (!crossValidate && without.stream().anyMatch(feature -> !feature.equals(KNOWLEDGE))) {
            throw usage("--without=<feature> needs --cross-validate: the weights are learned again.");
        }
        without.stream()
                .filter(part -> !part.equals(KNOWLEDGE) && !Trainer.parts().contains(part))
                .findFirst()
                .ifPresent(part -> {
                    throw usage("--without=" + part + ": there is no such part; the nearest is "
                            + Nearest.to(part, Trainer.parts()).orElse(KNOWLEDGE) + ".");
                });
        List<LabelledRule> rules = LabelFiles.read(labels, rulesDir);
        OwnKnowledge own = OwnKnowledge.in(jobsDir, Catalog.bundled());
        own.printReplaced(err(), "");
        print(kind == GeneratorKind.OPENAI ? model(rules, own) : learned(kind, rules, own.knowledge()));
        return ExitCode.SUCCESS;
    }

    /** What the embedded generator makes of the rules, by itself or with recorded replies. */
    private List<RuleScore> learned(GeneratorKind kind, List<LabelledRule> rules, Knowledge all) throws IOException {
        Catalog catalog = Catalog.bundled();
        Chains chains = new Chains(catalog);
        ServiceNames names = new ServiceNames(catalog);
        Set<String> features = new TreeSet<>(without);
        Knowledge knowledge = features.remove(KNOWLEDGE) ? all.withoutFacts(catalog) : all;
        EmbeddedGenerator whole = new EmbeddedGenerator(catalog, knowledge, names, chains);
        Trainer trainer =
                crossValidate ? new Trainer(catalog, whole, names, LabelFiles.with(rules, further), features) : null;
        if (kind == GeneratorKind.EMBEDDED) {
            CrossValidated folds = trainer == null ? null : trainer.crossValidated();
            return folds == null ? score(chains, whole, whole, rules) : score(chains, folds, folds, rules);
        }
        RecordedReplies recorded = replies.read(err());
        HintedGenerator best = trainer == null ? whole : trainer.crossValidated(recorded);
        RepliesGenerator hinted = new RepliesGenerator(best, recorded, catalog.version());
        return score(chains, hinted, hinted, rules);
    }

    /** What a model makes of the rules; candidates are those that the embedded generator finds for it. */
    private List<RuleScore> model(List<LabelledRule> rules, OwnKnowledge own) {
        Catalog catalog = Catalog.bundled();
        ServiceNames names = new ServiceNames(catalog);
        Map<String, String> options = new TreeMap<>(model.identity().options());
        options.put(PipelineFactory.GENERATOR, GeneratorKind.OPENAI.word());
        EmbeddedGenerator candidates = new EmbeddedGenerator(catalog, own.knowledge(), names, new Chains(catalog));
        try (ServicePipeline pipeline = new Pipelines(names, own, model, line -> {}).create(options)) {
            return new Evaluator(catalog, pipeline, candidates).score(rules);
        }
    }

    private static List<RuleScore> score(
            Chains chains, RequirementGenerator generator, CandidateSource candidates, List<LabelledRule> rules) {
        Catalog catalog = Catalog.bundled();
        RulePipeline pipeline = new RulePipeline(catalog, chains, generator, "evaluated");
        return new Evaluator(catalog, pipeline, candidates).score(rules);
    }

    private void print(List<RuleScore> scores) {
        PrintWriter out = out();
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
