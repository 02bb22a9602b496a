package org.rulebatch.deploy;

import java.util.ArrayList;
import java.util.List;

/** The difference of two texts, line by line, in the form that {@code patch} reads, with three lines of context. */
final class UnifiedDiff {

    private static final int CONTEXT = 3;

    /** A line of the result: kept (' '), removed ('-') or added ('+'), and where it stands in either text. */
    private record Line(char kind, String text, int left, int right) {}

    private UnifiedDiff() {}

    static String of(String leftName, String rightName, String left, String right) {
        List<Line> lines = lines(left.lines().toList(), right.lines().toList());
        StringBuilder diff = new StringBuilder("--- " + leftName + "\n+++ " + rightName + "\n");
        int at = 0;
        while (at < lines.size()) {
            int change = nextChange(lines, at);
            if (change == lines.size()) {
                break;
            }
            int from = Math.max(at, change - CONTEXT);
            int to = end(lines, change);
            hunk(diff, lines.subList(from, to));
            at = to;
        }
        return diff.toString();
    }

    private static int nextChange(List<Line> lines, int from) {
        int at = from;
        while (at < lines.size() && lines.get(at).kind() == ' ') {
            at++;
        }
        return at;
    }

    /** Where a hunk ends: after its last change and the context, unless the next change is as near. */
    private static int end(List<Line> lines, int change) {
        int last = change;
        for (int at = change; at < lines.size() && at - last <= 2 * CONTEXT; at++) {
            last = lines.get(at).kind() == ' ' ? last : at;
        }
        return Math.min(lines.size(), last + CONTEXT + 1);
    }

    private static void hunk(StringBuilder diff, List<Line> lines) {
        long removed = lines.stream().filter(line -> line.kind() != '+').count();
        long added = lines.stream().filter(line -> line.kind() != '-').count();
        Line first = lines.get(0);
        long left = removed == 0 ? first.left() : first.left() + 1L;
        long right = added == 0 ? first.right() : first.right() + 1L;
        diff.append("@@ -" + left + "," + removed + " +" + right + "," + added + " @@\n");
        lines.forEach(line -> diff.append(line.kind()).append(line.text()).append('\n'));
    }

    private static List<Line> lines(List<String> left, List<String> right) {
        int[][] common = common(left, right);
        List<Line> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < left.size() || j < right.size()) {
            if (i < left.size() && j < right.size() && left.get(i).equals(right.get(j))) {
                lines.add(new Line(' ', left.get(i), i++, j++));
            } else if (i < left.size() && (j == right.size() || common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line('-', left.get(i), i++, j));
            } else {
                lines.add(new Line('+', right.get(j), i, j++));
            }
        }
        return lines;
    }

    /** The length of the longest common part of what follows each pair of places. */
    private static int[][] common(List<String> left, List<String> right) {
        int[][] common = new int[left.size() + 1][right.size() + 1];
        for (int i = left.size() - 1; i >= 0; i--) {
            for (int j = right.size() - 1; j >= 0; j--) {
                common[i][j] = left.get(i).equals(right.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
