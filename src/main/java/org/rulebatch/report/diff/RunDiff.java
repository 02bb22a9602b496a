package org.rulebatch.report.diff;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rulebatch.report.entry.RuleEntries;

/**
 * The rules that two runs decide differently.
 *
 * @param added only in the later run
 * @param lost only in the earlier run
 */
public record RunDiff(List<String> added, List<String> lost, List<Change> changed) {

    /** A rule that both runs have; what each says of it, in a line. */
    public record Change(String ruleId, String before, String after) {}

    public RunDiff {
        added = List.copyOf(added);
        lost = List.copyOf(lost);
        changed = List.copyOf(changed);
    }

    /**
     * Compares two {@code all_validated_requirements.json}. Only a line a rule is kept in memory.
     *
     * @throws IOException if a file cannot be read
     */
    public static RunDiff of(Path earlier, Path later) throws IOException {
        SortedMap<String, String> before = lines(earlier);
        SortedMap<String, String> after = lines(later);
        TreeSet<String> added = new TreeSet<>(after.keySet());
        added.removeAll(before.keySet());
        TreeSet<String> lost = new TreeSet<>(before.keySet());
        lost.removeAll(after.keySet());
        List<Change> changed = new ArrayList<>();
        for (Map.Entry<String, String> rule : before.entrySet()) {
            String now = after.get(rule.getKey());
            if (now != null && !now.equals(rule.getValue())) {
                changed.add(new Change(rule.getKey(), rule.getValue(), now));
            }
        }
        return new RunDiff(List.copyOf(added), List.copyOf(lost), changed);
    }

    public boolean isEmpty() {
        return added.isEmpty() && lost.isEmpty() && changed.isEmpty();
    }

    private static SortedMap<String, String> lines(Path file) throws IOException {
        SortedMap<String, String> lines = new TreeMap<>();
        RuleEntries.read(file, (service, rule) -> lines.put(rule.ruleId(), RuleLine.of(rule)));
        return lines;
    }
}
