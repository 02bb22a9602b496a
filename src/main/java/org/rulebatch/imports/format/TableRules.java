package org.rulebatch.imports.format;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rulebatch.imports.format.Columns.Key;
import org.rulebatch.imports.format.Table.Row;

/** A rule of each row of a table. */
final class TableRules {

    /** What a spreadsheet would compute; a title is text. */
    private static final Pattern FORMULA = Pattern.compile("^[=+@].*|^-[^\\s].*", Pattern.DOTALL);

    /** What is missing, when it is a good thing: "volume without encryption" cannot mean that there should be none. */
    private static final Pattern SURELY_FAULT = Pattern.compile(
            "(?i).*\\b(?:(?:without|no|lack of|lacking|missing)(?: an?| any)?"
                    + " (?:[a-z-]+ )?(?:encryption|mfa|multi-factor authentication|versioning|logging|logs|rotation|backups?|deletion protection"
                    + "|tags?|monitoring|tls|https|validation|flow logs|alarms?|retention|waf)|not (?:encrypted|enabled|rotated|tagged|protected"
                    + "|restricted|logged|monitored|configured|enforced|set|versioned|in use|used)|unencrypted|untagged|unrestricted)\\b.*");

    /** "Public instances", "instance without public IP": a fault or what is wanted, who knows? */
    private static final Pattern MAYBE_FAULT =
            Pattern.compile("(?i).*\\b(?:without|lack of|lacking|missing|unused|overly permissive|misconfigured)\\b.*");

    private final Source source;
    private final Table.Options options;

    TableRules(Source source) {
        this.source = source;
        this.options = source.options();
    }

    /** Where the headings of a table stand, and what they are; empty where it has none that are known. */
    Optional<Map.Entry<Integer, Columns>> headings(Table table) {
        int most = Math.min(table.rows().size(), Columns.DEEPEST_HEADING);
        for (int i = 0; i < most; i++) {
            Optional<Columns> columns = Columns.of(table.rows().get(i), options.columns());
            if (columns.isPresent()) {
                return Optional.of(Map.entry(i, columns.get()));
            }
        }
        return Optional.empty();
    }

    void read(Table table, ImportLog log) {
        headings(table).ifPresent(found -> {
            Columns columns = found.getValue();
            for (Row row : table.rows().subList(found.getKey() + 1, table.rows().size())) {
                if (!row.isEmpty()) {
                    row(table, columns, row, log);
                }
            }
        });
    }

    private void row(Table table, Columns columns, Row row, ImportLog log) {
        String place = source.place() + (table.name().isEmpty() ? "" : "#" + table.name()) + ":" + row.number();
        String id = columns.text(row, Key.ID);
        boolean isFault = !columns.has(Key.TITLE);
        String title = oneLine(columns.text(row, isFault ? Key.FAULT : Key.TITLE));
        String cloud = columns.text(row, Key.CLOUD);
        if (columns.has(Key.ID)
                && id.isEmpty()
                && columns.text(row, Key.DESCRIPTION).isEmpty()) {
            log.note(place + ": '" + title + "' has no id and no description, and is taken for a heading");
        } else if (title.isEmpty()) {
            log.leftOut(place, id, "it has no title", "give it one that says what must be so");
        } else if (FORMULA.matcher(title).matches()) {
            log.leftOut(place, id, "its title is a formula", "write the text");
        } else if (!cloud.isEmpty() && !cloud.toLowerCase(Locale.ROOT).matches(".*(aws|amazon|all|any).*")) {
            log.leftOut(place, id, "is about '" + cloud + "'", "rules are about AWS");
        } else {
            rule(place, columns, row, id.isEmpty() ? title : id, title, isFault, log);
        }
    }

    private void rule(String place, Columns columns, Row row, String id, String title, boolean isFault, ImportLog log) {
        columns.others().stream()
                .filter(other -> !row.cell(other).isBlank())
                .forEach(other -> log.dropped(columns.heading(other)));
        String service = columns.text(row, Key.SERVICE);
        String type = columns.text(row, Key.RESOURCE);
        ForeignRule rule = ForeignRule.named(place, id, origin(columns.text(row, Key.ID)))
                .about(service.isEmpty() ? options.service() : service, type.startsWith("AWS::") ? "" : type)
                .saying(title, columns.text(row, Key.DESCRIPTION))
                .because(columns.text(row, Key.RATIONALE), columns.text(row, Key.REMEDIATION))
                .graded(columns.text(row, Key.SEVERITY))
                .seeAlso(listed(columns.text(row, Key.REFERENCES)).filter(text -> text.startsWith("http")))
                .answering(listed(columns.text(row, Key.COMPLIANCE)).toList());
        if (isFault || isSurelyFault(title)) {
            rule.turned()
                    .ifPresentOrElse(
                            log::found,
                            () -> log.leftOut(
                                    place,
                                    id,
                                    "it says what is wrong, and that cannot be turned into what is required: '" + title
                                            + "'",
                                    "write what must be so"));
        } else if (MAYBE_FAULT.matcher(title).matches() && !Fault.saysRequired(title)) {
            log.leftOut(
                    place,
                    id,
                    "'" + title + "' may say what is wrong or what is required",
                    "write it with 'must' or 'must not'");
        } else {
            log.found(rule);
        }
    }

    private static boolean isSurelyFault(String title) {
        return SURELY_FAULT.matcher(title).matches() && !Fault.saysRequired(title);
    }

    private String origin(String id) {
        return (options.framework() + " " + id).strip();
    }

    private static Stream<String> listed(String text) {
        return Arrays.stream(text.split("[\\n;]+|,\\s+|\\s+(?=https?://)"))
                .map(String::strip)
                .filter(part -> !part.isEmpty());
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    static List<String> keys() {
        return Arrays.stream(Key.values())
                .map(key -> key.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
