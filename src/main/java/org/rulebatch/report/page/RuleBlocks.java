package org.rulebatch.report.page;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A rule file taken apart into the text of each discovery and each check, by its id. The page shows a check with the
 * discoveries that lead to it, which are stored once a service.
 */
final class RuleBlocks {

    /** A part of the file; {@code parent} is the discovery it goes over, empty for none; {@code with} are those it reads besides. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"parent", "text"})
    record Block(String parent, String text, @JsonIgnore List<String> with) {

        /** All discoveries that it needs; {@code account} and {@code region} are none, and harm nobody who looks them up. */
        List<String> reads() {
            return Stream.concat(Stream.of(parent), with.stream()).toList();
        }
    }

    /** What the page needs of a file. */
    record File(String version, Map<String, Block> discoveries) {}

    private static final Pattern VERSION = Pattern.compile("(?m)^version: \"?([^\"\\n]+)\"?$");
    private static final Pattern WITH = Pattern.compile("(?m)^  with:\\n((?: {4}.*\\n)+)");
    private static final Pattern LIST = Pattern.compile("(?m)^ {4}\\w+: \"?([^\"\\n]+)\"?$");

    private static final Pattern START = Pattern.compile("(?m)^- (discovery_id|rule_id): \"?([^\"\\n]+)\"?$");
    private static final Pattern PARENT = Pattern.compile("(?m)^  for_each: \"?([^\"\\n]+)\"?$");
    private static final Pattern END = Pattern.compile("(?m)^(?![ -]).*");

    private final String version;
    private final Map<String, Block> discoveries = new LinkedHashMap<>();
    private final Map<String, Block> checks = new HashMap<>();

    RuleBlocks(String yaml) {
        Matcher stated = VERSION.matcher(yaml);
        version = stated.find() ? stated.group(1) : "";
        Matcher start = START.matcher(yaml);
        while (start.find()) {
            Matcher next = START.matcher(yaml).region(start.end(), yaml.length());
            int end = next.find() ? next.start() : yaml.length();
            Matcher section = END.matcher(yaml).region(start.end() + 1, end);
            String text = yaml.substring(start.start(), section.find() ? section.start() : end);
            Matcher parent = PARENT.matcher(text);
            Block block = new Block(parent.find() ? parent.group(1) : "", text, with(text));
            (start.group(1).equals("rule_id") ? checks : discoveries).put(start.group(2), block);
        }
    }

    private static List<String> with(String text) {
        Matcher with = WITH.matcher(text);
        return with.find()
                ? LIST.matcher(with.group(1))
                        .results()
                        .map(each -> each.group(1))
                        .toList()
                : List.of();
    }

    File file() {
        return new File(version, discoveries);
    }

    /** The checks by rule id. */
    Map<String, Block> checks() {
        return checks;
    }
}
