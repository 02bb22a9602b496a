package org.rulebatch.generate.embedded;

import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.rulebatch.meaning.WordVectors;

/** How near in meaning what a rule says is to what the facts of a service say, where they do not use the same words. Thread-safe. */
final class Nearness {

    /** Words that are less close than this have nothing to do with each other. */
    private static final double UNRELATED = 0.3;

    /** From this share on a phrase is meant as a whole. */
    private static final double WHOLE = 0.5;

    private final WordVectors vectors;
    private final Map<String, Integer> places = new HashMap<>();
    private final String[] stems;
    private final double[] rarity;
    private final Map<Option, Said> said = new IdentityHashMap<>();
    private final Map<String, float[]> rows = new ConcurrentHashMap<>();

    /** Places of what a fact says of its setting, phrase by phrase too, of its resource's names, and of all it knows. */
    private record Said(int[] setting, List<int[]> phrases, int[] resource, int[] all) {}

    Nearness(WordVectors vectors, List<Option> facts, Scope scope) {
        this.vectors = vectors;
        for (Option fact : facts) {
            List<Set<String>> phrases = fact.words().isEmpty() ? fact.family() : fact.words();
            Set<String> setting = new LinkedHashSet<>(fact.leaf());
            phrases.forEach(setting::addAll);
            Set<String> resource = new LinkedHashSet<>();
            fact.resource().forEach(resource::addAll);
            said.put(
                    fact,
                    new Said(
                            placed(setting),
                            phrases.stream().map(this::placed).toList(),
                            placed(resource),
                            placed(fact.known())));
        }
        this.stems = new String[places.size()];
        this.rarity = new double[places.size()];
        places.forEach((stem, place) -> {
            stems[place] = stem;
            rarity[place] = scope.rarity(stem);
        });
    }

    private int[] placed(Collection<String> words) {
        return words.stream()
                .sorted()
                .mapToInt(stem -> places.computeIfAbsent(stem, s -> places.size()))
                .toArray();
    }

    /**
     * How near a fact is to a rule, each from 0 to 1.
     *
     * @param rule share of what the rule says that the fact's setting or resource means
     * @param known the same of all that the fact knows
     * @param setting share of the fact's setting that the rule means
     * @param phrase share of the phrase of its setting that the rule means best
     * @param phraseOfRule how much of the rule that phrase is
     * @param resource share of the resource's names that the rule means
     */
    record Near(double rule, double known, double setting, double phrase, double phraseOfRule, double resource) {
        static final Near NOT = new Near(0, 0, 0, 0, 0, 0);
    }

    /** Compares what a rule says with each fact. */
    Comparer of(Collection<String> rule) {
        return new Comparer(
                rule.stream().map(stem -> rows.computeIfAbsent(stem, this::row)).toList());
    }

    private float[] row(String stem) {
        float[] row = new float[stems.length];
        for (int i = 0; i < row.length; i++) {
            double close = vectors.closeness(stem, stems[i]);
            row[i] = close < UNRELATED ? 0 : (float) (close * close);
        }
        return row;
    }

    /** The rule's side of a comparison. */
    final class Comparer {

        private final List<float[]> rows;
        private final double[] weights;
        private final double total;

        private Comparer(List<float[]> rows) {
            this.rows = rows;
            this.weights = new double[rows.size()];
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                weights[i] = weight(rows.get(i));
                sum += weights[i];
            }
            this.total = Math.max(sum, 1e-9);
        }

        /** A word counts as much as the nearest word of any fact tells; one that is near to none counts nothing. */
        private double weight(float[] row) {
            int nearest = 0;
            for (int i = 1; i < row.length; i++) {
                nearest = row[i] > row[nearest] ? i : nearest;
            }
            return row.length == 0 ? 0 : row[nearest] * rarity[nearest];
        }

        Near to(Option option) {
            Said fact = said.get(option);
            if (fact == null) {
                return Near.NOT;
            }
            double phrase = 0;
            double ofRule = 0;
            for (int[] places : fact.phrases()) {
                double share = share(places);
                phrase = Math.max(phrase, share);
                ofRule = Math.max(ofRule, share < WHOLE ? 0 : Math.min(1, share * rarity(places) / total));
            }
            return new Near(
                    meant(fact.setting(), fact.resource()),
                    meant(fact.all(), fact.all()),
                    share(fact.setting()),
                    phrase,
                    ofRule,
                    share(fact.resource()));
        }

        private double meant(int[] first, int[] second) {
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * Math.max(nearest(rows.get(i), first), nearest(rows.get(i), second));
            }
            return sum / total;
        }

        private double nearest(float[] row, int[] places) {
            float nearest = 0;
            for (int place : places) {
                nearest = Math.max(nearest, row[place]);
            }
            return nearest;
        }

        private double rarity(int[] places) {
            double sum = 0;
            for (int place : places) {
                sum += rarity[place];
            }
            return sum;
        }

        private double share(int[] fact) {
            double sum = 0;
            double all = rarity(fact);
            for (int place : fact) {
                float nearest = 0;
                for (float[] row : rows) {
                    nearest = Math.max(nearest, row[place]);
                }
                sum += rarity[place] * nearest;
            }
            return all == 0 ? 0 : sum / all;
        }
    }
}
