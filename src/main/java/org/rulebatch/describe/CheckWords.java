package org.rulebatch.describe;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says an expression of the check language in words that people who do not write code can follow. */
final class CheckWords {

    private record Saying(Pattern form, String words) {}

    /** What stands in quotes is left as it is. */
    private static final Pattern PIECES = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|[^\"']+");

    private static final List<Saying> SAYINGS = List.of(
            saying("\\bin\\b", "is one of"),
            saying("!has\\(([^()]+)\\)", "$1 is not there"),
            saying("has\\(([^()]+)\\)", "$1 is there"),
            saying("age\\(([^()]+)\\)", "age of $1 in days"),
            saying("!([\\w.]+)\\.exists\\((\\w+), ", "no $2 of $1 has ("),
            saying("([\\w.]+)\\.exists\\((\\w+), ", "some $2 of $1 has ("),
            saying("([\\w.]+)\\.all\\((\\w+), ", "every $2 of $1 has ("),
            saying("policy\\(([^()]+)\\)\\.allowsAnyone\\(\\)", "policy $1 allows anyone"),
            saying("\\.fromInternet\\(\\)", " is open to the internet"),
            saying("\\.opens\\(([^()]*)\\)", " opens port $1"),
            saying("([\\w.]+)\\.size\\(\\)", "number of $1"),
            saying("\\bitem\\.", ""),
            saying("\\s*&&\\s*", " and "),
            saying("\\s*\\|\\|\\s*", " or "),
            saying("\\s*==\\s*true\\b", " is true"),
            saying("\\s*==\\s*", " is "),
            saying("\\s*!=\\s*", " is not "),
            saying("\\s*>=\\s*", " is at least "),
            saying("\\s*<=\\s*", " is at most "),
            saying("\\s*>\\s*", " is more than "),
            saying("\\s*<\\s*", " is less than "),
            saying("!", "not "));

    private CheckWords() {}

    /** @param parameters name to value; they are put in */
    static String of(String expression, Map<String, Object> parameters) {
        String filled = expression;
        for (Map.Entry<String, Object> each : parameters.entrySet()) {
            filled = filled.replaceAll("\\bparams\\." + Pattern.quote(each.getKey()) + "\\b", plain(each.getValue()));
        }
        StringBuilder words = new StringBuilder();
        PIECES.matcher(filled).results().forEach(piece -> words.append(said(piece.group())));
        return words.toString().replaceAll("\\s+", " ").strip();
    }

    private static String plain(Object value) {
        return Matcher.quoteReplacement(value instanceof List<?> list ? list.toString() : String.valueOf(value));
    }

    private static String said(String piece) {
        if (piece.startsWith("\"") || piece.startsWith("'")) {
            return piece;
        }
        String words = piece;
        for (Saying saying : SAYINGS) {
            words = saying.form().matcher(words).replaceAll(saying.words());
        }
        return words;
    }

    private static Saying saying(String form, String words) {
        return new Saying(Pattern.compile(form), words);
    }
}
