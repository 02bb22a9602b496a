package org.rulebatch.prove;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Expressions that differ from one in a comparator, a constant, a quantifier or a part that is left out. */
final class Mutants {

    private static final List<String[]> SWAPS = List.of(
            new String[] {" == ", " != "},
            new String[] {" != ", " == "},
            new String[] {" <= ", " < "},
            new String[] {" >= ", " > "},
            new String[] {" > ", " >= "},
            new String[] {" < ", " <= "},
            new String[] {".exists(", ".all("},
            new String[] {".all(", ".exists("},
            new String[] {"&&", "||"},
            new String[] {"||", "&&"},
            new String[] {"isAtLeast", "isNewerThan"});

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.\"])(\\d+)(?![\\w\"])");

    private Mutants() {}

    /**
     * The mutants of an expression.
     *
     * @param single names of lists that always hold one element, as a read gives that answers no list: "each" and "one" of them say
     *     the same, so that no example could tell them apart
     */
    static Set<String> of(String source, Set<String> single) {
        Set<String> mutants = new LinkedHashSet<>();
        for (String[] swap : SWAPS) {
            for (int at = source.indexOf(swap[0]); at >= 0; at = source.indexOf(swap[0], at + 1)) {
                if (!swap[0].endsWith("(") || !single.contains(wordBefore(source, at))) {
                    mutants.add(source.substring(0, at) + swap[1] + source.substring(at + swap[0].length()));
                }
            }
        }
        Matcher numbers = NUMBER.matcher(source);
        while (numbers.find()) {
            long number = Long.parseLong(numbers.group(1));
            mutants.add(source.substring(0, numbers.start()) + (number + 1) + source.substring(numbers.end()));
        }
        mutants.addAll(withoutPart(source));
        return mutants;
    }

    private static String wordBefore(String source, int end) {
        int start = end;
        while (start > 0 && (Character.isLetterOrDigit(source.charAt(start - 1)) || source.charAt(start - 1) == '_')) {
            start--;
        }
        return source.substring(start, end);
    }

    private static List<String> withoutPart(String source) {
        List<String> parts = parts(source);
        List<String> mutants = new ArrayList<>();
        for (int i = 0; parts.size() > 1 && i < parts.size(); i++) {
            List<String> rest = new ArrayList<>(parts);
            rest.remove(i);
            mutants.add(String.join(" && ", rest));
        }
        return mutants;
    }

    /** The parts that stand between {@code &&} and in no brackets. */
    private static List<String> parts(String source) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (depth == 0 && source.startsWith("||", i)) {
                return List.of(source);
            }
            if (depth == 0 && source.startsWith("&&", i)) {
                parts.add(source.substring(start, i).strip());
                start = i + 2;
            }
        }
        parts.add(source.substring(start).strip());
        return parts;
    }
}
