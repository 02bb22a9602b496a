package org.rulebatch.generate.embedded;

import java.util.ArrayList;
import java.util.Arrays;
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

    private final Map<String, Integer> places = new HashMap<>();
    private final WordVectors.Selection stems;
    private final double[] rarity;
    private final Map<Option, Said> said = new IdentityHashMap<>();
    private final Map<String, float[]> rows = new ConcurrentHashMap<>();

    /** Places of what a fact says of its setting, phrase by phrase too, of its resource's names, of either, and of all it knows. */
    private record Said(int[] setting, List<int[]> phrases, int[] resource, int[] either, int[] all) {}

    Nearness(WordVectors vectors, List<Option> facts, Scope scope) {
        for (Option fact : facts) {
            List<Set<String>> phrases = fact.words().isEmpty() ? fact.family() : fact.words();
            Set<String> setting = new LinkedHashSet<>(fact.leaf());
            phrases.forEach(setting::addAll);
            Set<String> resource = new LinkedHashSet<>();
            fact.resource().forEach(resource::addAll);
            Set<String> either = new LinkedHashSet<>(setting);
            either.addAll(resource);
            said.put(
                    fact,
                    new Said(
                            placed(setting),
                            phrases.stream().map(this::placed).toList(),
                            placed(resource),
                            placed(either),
                            placed(fact.known())));
        }
        String[] stems = new String[places.size()];
        this.rarity = new double[places.size()];
        places.forEach((stem, place) -> {
            stems[place] = stem;
            rarity[place] = scope.rarity(stem);
        });
        this.stems = vectors.of(List.of(stems));
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
        double[] closeness = stems.closeness(stem);
        float[] row = new float[closeness.length];
        for (int i = 0; i < row.length; i++) {
            double close = closeness[i];
            row[i] = close < UNRELATED ? 0 : (float) (close * close);
        }
        return row;
    }

    /** The rule's side of a comparison. */
    final class Comparer {

        private final List<float[]> rows;
        private final double[] weights;
        private final double total;
        private final float[] nearest;

        private Comparer(List<float[]> all) {
            double sum = 0;
            this.nearest = new float[rarity.length];
            List<float[]> near = new ArrayList<>();
            double[] weighed = new double[all.size()];
            for (float[] row : all) {
                double weight = weight(row);
                sum += weight;
                if (weight > 0) {
                    weighed[near.size()] = weight;
                    near.add(row);
                    for (int place = 0; place < row.length; place++) {
                        nearest[place] = row[place] > nearest[place] ? row[place] : nearest[place];
                    }
                }
            }
            this.rows = near;
            this.weights = Arrays.copyOf(weighed, near.size());
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
                    meant(fact.either()),
                    meant(fact.all()),
                    share(fact.setting()),
                    phrase,
                    ofRule,
                    share(fact.resource()));
        }

        /** Share of the fact's setting that the rule means; 0 for what is no fact. */
        double setting(Option option) {
            Said fact = said.get(option);
            return fact == null ? 0 : share(fact.setting());
        }

        private double meant(int[] fact) {
            int[] near = new int[fact.length];
            int some = 0;
            for (int place : fact) {
                if (nearest[place] > 0) {
                    near[some++] = place;
                }
            }
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                float[] row = rows.get(i);
                float best = 0;
                for (int j = 0; j < some; j++) {
                    best = row[near[j]] > best ? row[near[j]] : best;
                }
                sum += weights[i] * best;
            }
            return sum / total;
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
            double all = 0;
            for (int place : fact) {
                all += rarity[place];
                sum += rarity[place] * nearest[place];
            }
            return all == 0 ? 0 : sum / all;
        }
    }
}
