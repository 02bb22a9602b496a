package org.rulebatch.generate.embedded.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Operation;
import org.rulebatch.generate.Label;
import org.rulebatch.generate.Labels.LabelledRule;
import org.rulebatch.generate.embedded.Decider;
import org.rulebatch.generate.embedded.EmbeddedGenerator;
import org.rulebatch.generate.embedded.Features;
import org.rulebatch.generate.embedded.HintWeights;
import org.rulebatch.generate.embedded.Hints;
import org.rulebatch.generate.embedded.Option;
import org.rulebatch.generate.embedded.Option.Answer;
import org.rulebatch.generate.embedded.Ranker;
import org.rulebatch.generate.embedded.Ranker.Ranked;
import org.rulebatch.generate.embedded.Ranking;
import org.rulebatch.knowledge.Reading;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.requirement.Call;

/**
 * Learns the weights of ranker and decider from labelled rules. A rule is never scored by weights that were learned on it:
 * the decider learns from rankings made in cross-validation.
 */
public final class Trainer {

    private static final int FOLDS = 5;
    private static final int HARDEST = 60;

    /** Features that all count the same when nothing is learned yet. */
    private static final List<String> NEARNESS = List.of(
            "explained", "said", "words_title", "words_prose", "family_title", "path", "leaf", "resource_near", "fact");

    /** Left out, the ranker's weights are 1 and -1. */
    private static final String LEARNING = "learning";

    /** Features that speak against an option. */
    private static final Set<String> AGAINST = Set.of(
            "words_missed", "resource_other", "neighbour", "unless", "presence", "family_other", "unsaid", "gap");

    private final Catalog catalog;
    private final EmbeddedGenerator generator;
    private final Set<String> without;
    private final List<Example> examples;

    /** What was learned, by the names that {@code ranker.json} has. */
    public record Learned(Map<String, Double> ranker, Map<String, Double> decider) {}

    private record Example(Label label, List<Ranked> options, boolean[] right) {}

    /** @param without names of features to leave out, or {@code learning}, to measure what they are worth */
    public Trainer(
            Catalog catalog,
            EmbeddedGenerator generator,
            ServiceNames services,
            List<LabelledRule> rules,
            Set<String> without) {
        this.catalog = catalog;
        this.generator = generator;
        this.without = Set.copyOf(without);
        this.examples = examples(services, rules);
    }

    /** What can be left out: the ranker's features, and learning. */
    public static List<String> parts() {
        return Stream.concat(Features.NAMES.stream(), Stream.of(LEARNING)).toList();
    }

    /** Learns from all rules, the same every time. */
    public Learned learn() {
        return learn(examples);
    }

    /** Learns how much hints are worth, by the names that {@code replies.json} has; a ranking comes from {@link #learn()}. */
    public Map<String, Double> learnHints(Hints hints) {
        HintWeights learned = hinted(examples, generator.ranking(), hints).hints();
        Map<String, Double> named = new LinkedHashMap<>();
        named.put("points", learned.points());
        named.put("bias", learned.bias());
        named.put("own", learned.own());
        named.put("named", learned.named());
        return named;
    }

    /** A generator that answers each rule with weights learned on the other folds only. */
    public CrossValidated crossValidated() {
        return crossValidated((from, ranking) -> ranking);
    }

    /** The same where hints are at hand; what they are worth is learned on the other folds, too. */
    public CrossValidated crossValidated(Hints hints) {
        return crossValidated((from, ranking) -> hinted(from, ranking, hints));
    }

    private CrossValidated crossValidated(BiFunction<List<Example>, Ranking, Ranking> completed) {
        return new CrossValidated(IntStream.range(0, FOLDS)
                .mapToObj(fold -> outside(examples, fold))
                .map(from -> generator.with(completed.apply(from, ranking(learn(from)))))
                .toList());
    }

    private Ranking ranking(Learned learned) {
        return new Ranking(
                new Ranker(array(learned.ranker())),
                new Decider(array(learned.decider())),
                generator.ranking().threshold(),
                generator.ranking().nearThreshold(),
                generator.ranking().hints());
    }

    private Ranking hinted(List<Example> from, Ranking ranking, Hints hints) {
        List<HintLearner.Case> cases = new ArrayList<>();
        held(from, (example, ranked) -> hints.of(example.label().ruleId())
                .ifPresent(hint ->
                        cases.add(new HintLearner.Case(ranked, option -> isRight(option, example.label()), hint))));
        return ranking.with(HintLearner.learn(cases, ranking.decider()));
    }

    private Learned learn(List<Example> from) {
        double[] ranker = ranker(from);
        List<double[]> signals = new ArrayList<>();
        List<Boolean> right = new ArrayList<>();
        held(from, (example, ranked) -> {
            if (!ranked.get(0).option().isNotExposed()) {
                signals.add(Decider.signals(ranked));
                right.add(isRight(ranked.get(0).option(), example.label()));
            }
        });
        return new Learned(named(Features.NAMES, ranker), named(Decider.NAMES, Logistic.fit(signals, right)));
    }

    /** The examples with their options in the order of weights that were learned without them. */
    private void held(List<Example> from, BiConsumer<Example, List<Ranked>> each) {
        for (int fold = 0; fold < FOLDS; fold++) {
            Ranker held = new Ranker(ranker(outside(from, fold)));
            // Without the knowledge base a rule may have no options at all.
            inside(from, fold).stream()
                    .filter(example -> !example.options().isEmpty())
                    .forEach(example -> each.accept(example, held.again(example.options())));
        }
    }

    private static double[] array(Map<String, Double> named) {
        return named.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    static int fold(String ruleId) {
        return Math.floorMod(ruleId.hashCode() * 31, FOLDS);
    }

    private List<Example> inside(List<Example> examples, int fold) {
        return examples.stream()
                .filter(example -> fold(example.label().ruleId()) == fold)
                .toList();
    }

    private List<Example> outside(List<Example> examples, int fold) {
        return examples.stream()
                .filter(example -> fold(example.label().ruleId()) != fold)
                .toList();
    }

    private List<Example> examples(ServiceNames services, List<LabelledRule> rules) {
        List<Example> made = new ArrayList<>();
        List<LabelledRule> byService = rules.stream()
                .sorted(Comparator.comparing(labelled -> labelled.rule().service()))
                .toList();
        for (LabelledRule labelled : byService) {
            RuleMetadata rule = labelled.rule();
            List<String> clients = services.clients(rule.service()).orElse(List.of());
            if (!clients.isEmpty()) {
                List<Ranked> options = hardest(
                        generator.ranked(generator.read(rule), clients).stream()
                                .map(this::masked)
                                .toList(),
                        labelled.label());
                boolean[] right = new boolean[options.size()];
                for (int i = 0; i < right.length; i++) {
                    right[i] = isRight(options.get(i), labelled.label());
                }
                made.add(new Example(labelled.label(), options, right));
            }
        }
        return made;
    }

    /** What is right, and the others that are nearest to it before anything is learned; the far ones teach nothing. */
    private List<Ranked> hardest(List<Ranked> options, Label label) {
        List<Ranked> byNearness = options.stream()
                .sorted(Comparator.comparingDouble((Ranked each) -> nearness(each.features()))
                        .reversed())
                .toList();
        return IntStream.range(0, byNearness.size())
                .filter(i -> i < HARDEST || isRight(byNearness.get(i), label))
                .mapToObj(byNearness::get)
                .toList();
    }

    private static double nearness(double[] features) {
        return NEARNESS.stream()
                .mapToDouble(name -> features[Features.NAMES.indexOf(name)])
                .sum();
    }

    private Ranked masked(Ranked ranked) {
        double[] features = ranked.features().clone();
        for (String name : features(without)) {
            features[Features.NAMES.indexOf(name)] = 0;
        }
        return new Ranked(ranked.option(), features, ranked.score());
    }

    /** For a rule that no read API decides, what says so for its resource and family is right. */
    private boolean isRight(Ranked ranked, Label label) {
        return label.group().equals("no")
                ? ranked.option().isNotExposed() && Features.speaksOf(ranked.features())
                : isRight(ranked.option(), label);
    }

    private boolean isRight(Option option, Label label) {
        Answer answer = option.answer();
        if (answer instanceof Answer.OfFact known) {
            return accepts(label, known.fact().main());
        }
        return answer instanceof Answer.OfField field
                && label.accepts(
                        field.operation().client(),
                        field.operation().name(),
                        field.field().path());
    }

    private boolean accepts(Label label, Reading reading) {
        Call call = reading.call();
        return catalog.service(call.client())
                .flatMap(service -> service.operation(call.operation()))
                .map(Operation::name)
                .filter(name -> label.accepts(call.client(), name, reading.path()))
                .isPresent();
    }

    private static List<String> features(Set<String> names) {
        return names.stream().filter(name -> !name.equals(LEARNING)).toList();
    }

    private double[] ranker(List<Example> examples) {
        if (without.contains(LEARNING)) {
            return Features.NAMES.stream()
                    .mapToDouble(name -> AGAINST.contains(name) ? -1 : 1)
                    .toArray();
        }
        List<double[][]> features = new ArrayList<>();
        List<boolean[]> right = new ArrayList<>();
        for (Example example : examples) {
            boolean any = false;
            for (boolean each : example.right()) {
                any |= each;
            }
            if (any) {
                features.add(example.options().stream().map(Ranked::features).toArray(double[][]::new));
                right.add(example.right());
            }
        }
        return Softmax.fit(features, right, Features.NAMES.size());
    }

    private static Map<String, Double> named(List<String> names, double[] weights) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < weights.length; i++) {
            named.put(names.get(i), Math.round(weights[i] * 1000) / 1000.0);
        }
        return named;
    }
}
