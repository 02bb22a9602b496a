package org.rulebatch.reading;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rulebatch.metadata.RuleMetadata;

/** Sentences of descriptions that ask nothing: consequences and purposes, and what stands in many rules with only the names changed. */
public final class Boilerplate {

    private static final Pattern NUMBERS = Pattern.compile("\\d+");
    private static final Pattern BLANKS = Pattern.compile("[\\s*_`]+");

    private final Set<String> repeated;

    private Boilerplate(Set<String> repeated) {
        this.repeated = repeated;
    }

    /** Only what the vocabulary lists. */
    public static Boilerplate none() {
        return new Boilerplate(Set.of());
    }

    /** What the vocabulary lists, and the sentences that stand in several of these rules. */
    public static Boilerplate of(Collection<RuleMetadata> rules) {
        return of(rules, Lexicon.bundled().boilerplateRules);
    }

    static Boilerplate of(Collection<RuleMetadata> rules, int atLeast) {
        Map<String, Integer> seen = new HashMap<>();
        for (RuleMetadata rule : rules) {
            Set<String> own = new HashSet<>();
            Sentences.of(Source.DESCRIPTION, rule.description())
                    .forEach(place -> own.add(masked(rule, place.in(rule.description()))));
            own.forEach(sentence -> seen.merge(sentence, 1, Integer::sum));
        }
        return new Boilerplate(seen.entrySet().stream()
                .filter(entry -> entry.getValue() >= atLeast)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet()));
    }

    boolean isRepeated(RuleMetadata rule, String sentence) {
        return !repeated.isEmpty() && repeated.contains(masked(rule, sentence));
    }

    /** The sentence without the rule's names and without numbers. */
    private static String masked(RuleMetadata rule, String sentence) {
        String masked = sentence.toLowerCase(Locale.ROOT);
        for (String name : new String[] {rule.resource(), rule.resource().replace('_', ' '), rule.service()}) {
            masked = name.isBlank() ? masked : masked.replace(name.toLowerCase(Locale.ROOT), "<name>");
        }
        return BLANKS.matcher(NUMBERS.matcher(masked).replaceAll("<n>"))
                .replaceAll(" ")
                .strip();
    }
}
