package org.rulebatch.language;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects the problems of one expression, with their places in its text. */
final class Problems {

    private static final int WIDEST = 100;

    private final String source;
    private final Map<Long, Integer> positions;
    private final List<Problem> found = new ArrayList<>();

    Problems(String source) {
        this(source, Map.of());
    }

    /** @param positions the offsets of the parts of the tree, in code points */
    Problems(String source, Map<Long, Integer> positions) {
        this.source = source;
        this.positions = positions;
    }

    boolean some() {
        return !found.isEmpty();
    }

    /** The problems in the order of their places, each once. */
    List<Problem> found() {
        return found.stream()
                .distinct()
                .sorted(comparing(Problem::line).thenComparing(Problem::column))
                .toList();
    }

    /** At a part of the tree. */
    void at(long part, String message, String hint) {
        at(positions.getOrDefault(part, 0).intValue(), message, hint);
    }

    /** At the name of a function that is called; the tree knows where its arguments begin. */
    void call(long part, String message, String hint) {
        call(positions.getOrDefault(part, 0).intValue(), message, hint);
    }

    /** At the name that stands before an opening bracket. */
    void call(int codePoint, String message, String hint) {
        int start = Math.min(codePoint, source.codePointCount(0, source.length()));
        while (start > 0 && isNamePart(source.codePointAt(source.offsetByCodePoints(0, start - 1)))) {
            start--;
        }
        at(start, message, hint);
    }

    private static boolean isNamePart(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || codePoint == '_';
    }

    /** At an offset in code points; at the name where there is a dot before it. */
    void at(int codePoint, String message, String hint) {
        int offset = source.offsetByCodePoints(0, Math.min(codePoint, source.codePointCount(0, source.length())));
        while (offset < source.length() - 1 && (source.charAt(offset) == '.' || source.charAt(offset) == ' ')) {
            offset++;
        }
        int start = source.lastIndexOf('\n', offset - 1) + 1;
        int end = source.indexOf('\n', offset);
        String line = source.substring(start, end < 0 ? source.length() : Math.max(end, start));
        int lineNumber = 1
                + (int) source.substring(0, start)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        found.add(new Problem(lineNumber, offset - start + 1, message, hint, excerpt(line, offset - start)));
    }

    /** The offset in code points of a place that is given by line, from 1, and column, from 0. */
    int offset(int line, int column) {
        int start = 0;
        for (int i = 1; i < line && start >= 0; i++) {
            start = source.indexOf('\n', start) + 1;
        }
        return source.codePointCount(0, start) + Math.max(column, 0);
    }

    /** The whole word at an offset of which the parser has named a part. */
    String word(int codePoint, String part) {
        int start = source.offsetByCodePoints(0, Math.min(codePoint, source.codePointCount(0, source.length())));
        int end = start;
        while (end < source.length() && Character.isLetterOrDigit(source.charAt(end))) {
            end++;
        }
        return end > start ? source.substring(start, end) : part;
    }

    /** The word before an offset; empty if there is none. */
    String wordBefore(int codePoint) {
        String before = source.substring(
                0, source.offsetByCodePoints(0, Math.min(codePoint, source.codePointCount(0, source.length()))));
        String[] words = before.strip().split("[^A-Za-z]+", -1);
        return words[words.length - 1];
    }

    private static String excerpt(String line, int column) {
        int from = line.length() <= WIDEST ? 0 : Math.max(0, Math.min(column - WIDEST / 2, line.length() - WIDEST));
        int to = Math.min(line.length(), from + WIDEST);
        String before = from > 0 ? "…" : "";
        String shown = before + line.substring(from, to).replace('\t', ' ') + (to < line.length() ? "…" : "");
        return shown + "\n" + " ".repeat(column - from + before.length()) + "^";
    }
}
