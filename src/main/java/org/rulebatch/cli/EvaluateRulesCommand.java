package org.rulebatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.rulebatch.batch.PipelineFactory;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.evaluate.Evaluation;
import org.rulebatch.evaluate.Evaluator;
import org.rulebatch.evaluate.RuleScore;
import org.rulebatch.generate.CandidateSource;
import org.rulebatch.generate.Labels.LabelledRule;
import org.rulebatch.generate.embedded.CrossValidated;
import org.rulebatch.generate.embedded.EmbeddedGenerator;
import org.rulebatch.generate.embedded.Trainer;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.pipeline.RulePipeline;
import org.rulebatch.pipeline.ServicePipeline;
import org.rulebatch.ruleyaml.Chains;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

    private static final String KNOWLEDGE = "knowledge";

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
            description = "What is measured, as for generateRules (default: ${DEFAULT-VALUE}).")
    private String generator = "embedded";

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
        GeneratorKind kind = GeneratorKind.of(generator);
        if (kind != GeneratorKind.EMBEDDED && (crossValidate || !further.isEmpty() || !without.isEmpty())) {
            throw usage("--cross-validate, --with and --without are for what learns from labels: embedded.");
        }
        if (!crossValidate && without.stream().anyMatch(feature -> !feature.equals(KNOWLEDGE))) {
            throw usage("--without=<feature> needs --cross-validate: the weights are learned anew.");
        }
        List<LabelledRule> rules = LabelFiles.read(labels, rulesDir);
        OwnKnowledge own = OwnKnowledge.in(jobsDir, Catalog.bundled());
        own.printReplaced(spec.commandLine().getErr(), "");
        print(kind == GeneratorKind.EMBEDDED ? embedded(rules, own.knowledge()) : other(kind, rules, own));
        return ExitCode.SUCCESS;
    }

    private List<RuleScore> embedded(List<LabelledRule> rules, Knowledge all) throws IOException {
        Catalog catalog = Catalog.bundled();
        Chains chains = new Chains(catalog);
        ServiceNames names = new ServiceNames(catalog);
        Set<String> features = new TreeSet<>(without);
        Knowledge knowledge = features.remove(KNOWLEDGE) ? all.withoutFacts(catalog) : all;
        EmbeddedGenerator whole = new EmbeddedGenerator(catalog, knowledge, names, chains);
        if (!crossValidate) {
            return score(new RulePipeline(catalog, chains, whole, "evaluated"), whole, rules);
        }
        List<LabelledRule> learned = LabelFiles.with(rules, further);
        CrossValidated folds = new Trainer(catalog, whole, names, learned, features).crossValidated();
        return score(new RulePipeline(catalog, chains, folds, "evaluated"), folds, rules);
    }

    /** What another generator makes of the rules; candidates are those that the embedded one finds for it. */
    private List<RuleScore> other(GeneratorKind kind, List<LabelledRule> rules, OwnKnowledge own) {
        Catalog catalog = Catalog.bundled();
        ServiceNames names = new ServiceNames(catalog);
        Map<String, String> options = new TreeMap<>(model.identity());
        options.put(PipelineFactory.GENERATOR, kind.word());
        EmbeddedGenerator candidates = new EmbeddedGenerator(catalog, own.knowledge(), names, new Chains(catalog));
        try (ServicePipeline pipeline = new Pipelines(names, own, model).create(options)) {
            return score(pipeline, candidates, rules);
        }
    }

    private static List<RuleScore> score(
            ServicePipeline pipeline, CandidateSource candidates, List<LabelledRule> rules) {
        return new Evaluator(Catalog.bundled(), pipeline, candidates).score(rules);
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
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
