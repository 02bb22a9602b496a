package org.rulebatch.imports.format;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rulebatch.imports.format.Table.Row;

/** Which column of a table holds what, by the names that people and benchmarks give to columns, or as people say. */
final class Columns {

    /** What a column can hold, with the names that say so, the surest first. */
    enum Key {
        ID(
                "recommendation #",
                "recommendation number",
                "control id",
                "rule id",
                "check id",
                "requirement id",
                "policy id",
                "control number",
                "control #",
                "reference id",
                "id",
                "ref",
                "number",
                "nr",
                "nr.",
                "no.",
                "no",
                "#"),
        TITLE(
                "title",
                "control title",
                "rule title",
                "recommendation title",
                "control name",
                "rule name",
                "check title",
                "check name",
                "control statement",
                "requirement",
                "rule",
                "control",
                "recommendation",
                "check",
                "policy",
                "name",
                "statement"),
        FAULT("finding", "finding title", "issue", "weakness", "vulnerability", "misconfiguration"),
        DESCRIPTION("description", "control description", "rule description", "details", "guidance", "text"),
        RATIONALE("rationale statement", "rationale", "risk", "impact statement", "impact", "why"),
        REMEDIATION("remediation procedure", "remediation", "fix", "how to fix", "mitigation", "corrective action"),
        SEVERITY("severity", "criticality", "priority", "risk rating", "risk level", "severity level"),
        SERVICE("aws service", "service", "service name", "product"),
        RESOURCE("resource type", "resource", "aws resource"),
        REFERENCES("references", "reference", "url", "link"),
        COMPLIANCE("compliance", "framework", "standard", "mapping", "cis controls", "nist", "pci dss", "frameworks"),
        CLOUD("cloud", "cloud provider", "provider", "platform");

        private final List<String> names;

        Key(String... names) {
            this.names = List.of(names);
        }

        static String all() {
            return List.of(values()).stream()
                    .map(key -> key.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
        }
    }

    /** How far down a heading may stand, below a title of the sheet. */
    static final int DEEPEST_HEADING = 15;

    private final Map<Key, Integer> places = new EnumMap<>(Key.class);
    private final List<String> headings;

    private Columns(List<String> headings) {
        this.headings = headings;
    }

    /** The columns of a row of headings; empty where it names no title. */
    static Optional<Columns> of(Row row, Map<String, String> asked) {
        List<String> headings = row.cells().stream().map(Columns::plain).toList();
        Columns columns = new Columns(row.cells());
        asked.forEach(
                (key, name) -> columns.put(Key.valueOf(key.toUpperCase(Locale.ROOT)), headings.indexOf(plain(name))));
        if (asked.keySet().stream().anyMatch(key -> !columns.has(Key.valueOf(key.toUpperCase(Locale.ROOT))))) {
            return Optional.empty();
        }
        for (Key key : Key.values()) {
            for (String name : key.names) {
                if (!columns.has(key)) {
                    columns.put(key, headings.indexOf(name));
                }
            }
        }
        boolean isTable = columns.has(Key.TITLE) || columns.has(Key.FAULT);
        return isTable && (columns.places.size() > 1 || !asked.isEmpty()) ? Optional.of(columns) : Optional.empty();
    }

    private void put(Key key, int place) {
        if (place >= 0 && !places.containsValue(place)) {
            places.put(key, place);
        }
    }

    boolean has(Key key) {
        return places.containsKey(key);
    }

    /** The row's text for a key; empty where the table has no such column, or a formula stands there; a title's is refused later. */
    String text(Row row, Key key) {
        Integer place = places.get(key);
        String text = place == null ? "" : row.cell(place).strip();
        return key != Key.TITLE && key != Key.FAULT && text.startsWith("=") ? "" : text;
    }

    /** The headings of columns that hold nothing that a rule has. */
    List<Integer> others() {
        return IntStream.range(0, headings.size())
                .filter(place -> !places.containsValue(place))
                .boxed()
                .toList();
    }

    String heading(int place) {
        return headings.get(place).strip();
    }

    private static String plain(String heading) {
        return heading.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_-]+", " ")
                .replaceFirst("[:*]+$", "");
    }
}
