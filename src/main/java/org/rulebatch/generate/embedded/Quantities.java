package org.rulebatch.generate.embedded;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rulebatch.knowledge.Slot;
import org.rulebatch.knowledge.Vocabulary;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.reading.Part;
import org.rulebatch.reading.Unit;

/** Finds the quantities that a rule states: {@code 365_days}, "four hours", "length 14". */
final class Quantities {

    private final Pattern pattern;
    private final Map<String, Integer> words;

    Quantities(Vocabulary vocabulary) {
        this.words = vocabulary.numbers();
        String number = "(\\d{1,5}|" + String.join("|", words.keySet()) + ")";
        this.pattern = Pattern.compile("(?<![a-z0-9])" + number
                + "[\\s_-]*(days?|hours?|minutes?|seconds?|percent|characters?|bits?)(?![a-z])"
                + "|(days?|hours?|minutes?|length)[\\s_-]+(?:of[\\s_-]+)?"
                + number
                + "(?![a-z0-9])");
    }

    /** Every kind, by the first text that states it, and what it is in smaller units. */
    Map<Slot, List<Integer>> of(RuleMetadata rule) {
        Map<Slot, List<Integer>> stated = new TreeMap<>();
        for (String text : List.of(rule.title(), rule.ruleId(), rule.description(), rule.requirement())) {
            in(text).forEach((slot, value) -> stated.putIfAbsent(slot, List.of(value)));
        }
        inSmaller(stated, Slot.DAYS, Slot.HOURS, 24);
        inSmaller(stated, Slot.HOURS, Slot.MINUTES, 60);
        inSmaller(stated, Slot.MINUTES, Slot.SECONDS, 60);
        return stated;
    }

    /** Adds a length that is stated as a bare number: "a minimum length of at least 12". */
    static void add(org.rulebatch.reading.RuleReading whole, Map<Slot, List<Integer>> stated) {
        whole.normClauses().stream()
                .flatMap(clause -> clause.parts(Part.Measure.class).stream())
                .filter(measure ->
                        measure.unit() == Unit.CHARACTERS && measure.numbers().size() == 1)
                .map(measure -> measure.amounts().get(0).intValue())
                .findFirst()
                .ifPresent(length -> stated.putIfAbsent(Slot.LENGTH, List.of(length)));
    }

    /** The kinds that the rule's id or title states. */
    Set<Slot> inName(RuleMetadata rule) {
        Map<Slot, Integer> named = new TreeMap<>(in(rule.ruleId()));
        named.putAll(in(rule.title()));
        return named.keySet();
    }

    private Map<Slot, Integer> in(String text) {
        Map<Slot, Integer> found = new TreeMap<>();
        Matcher matcher = pattern.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            boolean first = matcher.group(1) != null;
            String number = first ? matcher.group(1) : matcher.group(4);
            String unit = first ? matcher.group(2) : matcher.group(3);
            found.putIfAbsent(slot(unit), words.containsKey(number) ? words.get(number) : Integer.valueOf(number));
        }
        return found;
    }

    private static Slot slot(String unit) {
        return switch (unit.charAt(0)) {
            case 'd' -> Slot.DAYS;
            case 'h' -> Slot.HOURS;
            case 'm' -> Slot.MINUTES;
            case 's' -> Slot.SECONDS;
            case 'p' -> Slot.PERCENT;
            default -> Slot.LENGTH;
        };
    }

    private static void inSmaller(Map<Slot, List<Integer>> stated, Slot from, Slot to, int factor) {
        List<Integer> values = stated.get(from);
        if (values != null) {
            stated.putIfAbsent(to, List.of(values.get(0) * factor));
        }
    }
}
