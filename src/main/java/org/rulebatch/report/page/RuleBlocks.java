package org.rulebatch.report.page;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule file taken apart into the text of each discovery and each check, by its id. The page shows a check with the
 * discoveries that lead to it, which are stored once a service.
 */
final class RuleBlocks {

    /** A part of the file; {@code parent} is the discovery it goes over, empty for none. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"parent", "text"})
    record Block(String parent, String text) {}

    private static final Pattern START = Pattern.compile("(?m)^- (discovery_id|rule_id): \"?([^\"\\n]+)\"?$");
    private static final Pattern PARENT = Pattern.compile("(?m)^  for_each: \"?([^\"\\n]+)\"?$");
    private static final Pattern END = Pattern.compile("(?m)^(?![ -]).*");

    private final Map<String, Block> discoveries = new LinkedHashMap<>();
    private final Map<String, Block> checks = new HashMap<>();

    RuleBlocks(String yaml) {
        Matcher start = START.matcher(yaml);
        while (start.find()) {
            Matcher next = START.matcher(yaml).region(start.end(), yaml.length());
            int end = next.find() ? next.start() : yaml.length();
            Matcher section = END.matcher(yaml).region(start.end() + 1, end);
            String text = yaml.substring(start.start(), section.find() ? section.start() : end);
            Matcher parent = PARENT.matcher(text);
            Block block = new Block(parent.find() ? parent.group(1) : "", text);
            (start.group(1).equals("rule_id") ? checks : discoveries).put(start.group(2), block);
        }
    }

    Map<String, Block> discoveries() {
        return discoveries;
    }

    /** The checks by rule id. */
    Map<String, Block> checks() {
        return checks;
    }
}
