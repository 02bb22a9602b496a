package org.rulebatch.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts a text into words, numbers, marks, and values that their form tells apart (ports are not: they are plain numbers). */
final class Tokenizer {

    private static final String PLAIN =
            "([A-Za-z][A-Za-z0-9]*(?:['’][a-z]{1,2}(?![a-z]))?|\\d+(?:[.,]\\d+)*|[^\\s\\w*]|\\+)";

    private final List<ValueKind> kinds;
    private final Pattern pattern;
    private final Lemmas lemmas;

    /** @param forms of values, tried in order */
    Tokenizer(List<Form> forms, Lemmas lemmas) {
        this.kinds = forms.stream().map(Form::kind).toList();
        this.lemmas = lemmas;
        StringBuilder all = new StringBuilder();
        forms.forEach(form ->
                all.append("(?<![A-Za-z0-9_.*:-])(").append(form.regex()).append(")(?![A-Za-z0-9_])|"));
        this.pattern = Pattern.compile(all + PLAIN);
    }

    /** How values of a kind are written; without groups. */
    record Form(ValueKind kind, String regex) {}

    List<Token> tokens(String text) {
        return tokens(text, 0, text.length());
    }

    /** The tokens of a stretch of a text; their offsets are those of the whole text. */
    List<Token> tokens(String text, int from, int to) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = pattern.matcher(text).region(from, to);
        int end = -2;
        while (matcher.find()) {
            String found = matcher.group();
            if (!found.equals("-")) {
                boolean glued = matcher.start() == end + 1 && text.charAt(end) == '-';
                tokens.add(token(found, matcher.start(), glued, kind(matcher)));
                end = matcher.end();
            }
        }
        return tokens;
    }

    private Token token(String found, int from, boolean glued, @Nullable ValueKind kind) {
        boolean quoted = found.length() > 2 && "'\"`".indexOf(found.charAt(0)) >= 0;
        String straight = (quoted ? found.substring(1, found.length() - 1) : found)
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'');
        String lower = straight.endsWith("'s") ? straight.substring(0, straight.length() - 2) : straight;
        return new Token(found, lower, lemmas.of(lower), from, from + found.length(), glued, kind);
    }

    /** What stands in quotation marks, by its form. */
    private ValueKind quoted(String text) {
        Matcher inner = pattern.matcher(text.substring(1, text.length() - 1));
        ValueKind kind = inner.matches() ? kind(inner) : null;
        return kind == null ? ValueKind.TEXT : kind;
    }

    private @Nullable ValueKind kind(Matcher matcher) {
        for (int at = 0; at < kinds.size(); at++) {
            if (matcher.group(at + 1) != null) {
                return kinds.get(at) == ValueKind.TEXT ? quoted(matcher.group()) : kinds.get(at);
            }
        }
        return null;
    }
}
