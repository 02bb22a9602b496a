package org.rulebatch.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Makes a short text in which a regular expression finds something. */
final class Matching {

    private final String pattern;
    private int at;

    private Matching(String pattern) {
        this.pattern = pattern.replaceAll("\\(\\?[a-z]+\\)", "");
    }

    /** The text; what it is made of where nothing is found in it. */
    static String text(String pattern) {
        return new Matching(pattern).alternatives();
    }

    /** Whether the expression finds something in the text. */
    static boolean finds(String pattern, String text) {
        try {
            return Pattern.compile(pattern).matcher(text).find();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    /** Texts in which all expressions find something, then those in which all but one do, and each alone. */
    static List<Object> texts(List<String> patterns, String member) {
        List<String> parts = patterns.stream().map(Matching::text).toList();
        List<Object> texts = new ArrayList<>();
        texts.add(joined(parts, member));
        for (int i = parts.size() - 1; parts.size() > 1 && i >= 0; i--) {
            List<String> rest = new ArrayList<>(parts);
            rest.remove(i);
            texts.add(joined(rest, member));
        }
        if (parts.size() > 2) {
            parts.forEach(part -> texts.add(joined(List.of(part), member)));
        }
        return texts;
    }

    /** Patterns of metric filters have a form of their own. */
    private static String joined(List<String> parts, String member) {
        if (!member.equals("filterPattern")) {
            return String.join(" ", parts);
        }
        boolean all = parts.stream().anyMatch(part -> part.contains("!=") || part.contains("NOT"));
        List<String> terms = parts.stream().map(part -> "($." + part + ")").toList();
        return "{ " + String.join(all ? " && " : " || ", terms) + " }";
    }

    /** The first alternative; the others are passed over. */
    private String alternatives() {
        String first = sequence();
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            sequence();
        }
        return first;
    }

    private String sequence() {
        StringBuilder text = new StringBuilder();
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            text.append(repeated(one()));
        }
        return text.toString();
    }

    private String one() {
        char c = pattern.charAt(at++);
        return switch (c) {
            case '\\' -> escaped();
            case '(' -> group();
            case '[' -> oneOf();
            case '^', '$' -> "";
            case '.' -> "x";
            default -> String.valueOf(c);
        };
    }

    private String escaped() {
        char c = at < pattern.length() ? pattern.charAt(at++) : '\\';
        return switch (c) {
            case 's' -> " ";
            case 'd' -> "1";
            case 'w' -> "a";
            case 'b', 'B', 'A', 'z', 'Z' -> "";
            default -> String.valueOf(c);
        };
    }

    private String group() {
        if (pattern.startsWith("?:", at)) {
            at += 2;
        }
        String text = alternatives();
        at = Math.min(at + 1, pattern.length());
        return text;
    }

    private String oneOf() {
        boolean not = at < pattern.length() && pattern.charAt(at) == '^';
        int end = pattern.indexOf(']', at + (not ? 2 : 1));
        end = end < 0 ? pattern.length() : end;
        String characters = pattern.substring(not ? at + 1 : at, end);
        at = Math.min(end + 1, pattern.length());
        if (not) {
            return "x1-_"
                    .chars()
                    .filter(c -> characters.indexOf(c) < 0)
                    .mapToObj(c -> String.valueOf((char) c))
                    .findFirst()
                    .orElse("");
        }
        return characters.startsWith("\\") ? characters.substring(1, 2) : characters.substring(0, 1);
    }

    private String repeated(String one) {
        if (at >= pattern.length()) {
            return one;
        }
        char c = pattern.charAt(at);
        if (c == '{') {
            int end = pattern.indexOf('}', at);
            String times = pattern.substring(at + 1, end).replaceAll(",.*", "");
            at = end + 1;
            return one.repeat(Math.min(times.isEmpty() ? 0 : Integer.parseInt(times), 64));
        }
        if (c == '*' || c == '?') {
            at++;
            return one.isBlank() && c == '*' ? one : "";
        }
        at += c == '+' ? 1 : 0;
        return one;
    }
}
