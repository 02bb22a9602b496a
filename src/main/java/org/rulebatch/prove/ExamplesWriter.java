package org.rulebatch.prove;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.rulebatch.yaml.YamlText;

/** Writes {@code <service>_examples.yaml}: rule ids in order, the same bytes each time. */
public final class ExamplesWriter {

    private static final String SCHEMA_LINE = "# yaml-language-server: $schema=../" + Examples.SCHEMA_FILE + "\n";

    private ExamplesWriter() {}

    /** The file's text, ending in a newline. */
    public static String write(SortedMap<String, List<Example>> rules) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("now", Moment.NOW.toString());
        Map<String, Object> written = new LinkedHashMap<>();
        rules.forEach((rule, examples) ->
                written.put(rule, examples.stream().map(ExamplesWriter::example).toList()));
        root.put("rules", written);
        return SCHEMA_LINE + YamlText.of(root);
    }

    static Map<String, Object> example(Example example) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("verdict", example.verdict().name());
        out.put("answers", answers(example));
        return out;
    }

    /** The answers of an example as maps, lists, text, numbers and booleans, as they stand in a file. */
    public static Map<String, Object> answers(Example example) {
        Map<String, Object> answers = new LinkedHashMap<>();
        example.answers().forEach((read, replies) -> answers.put(read, replies(replies)));
        return answers;
    }

    private static Object replies(List<Reply> replies) {
        if (replies.size() == 1 && replies.get(0).params().isEmpty()) {
            return plain(replies.get(0).answer());
        }
        List<Object> list = new ArrayList<>();
        for (Reply reply : replies) {
            Map<String, Object> out = new LinkedHashMap<>();
            if (!reply.params().isEmpty()) {
                out.put("params", plain(reply.params()));
            }
            out.put("answer", plain(reply.answer()));
            list.add(out);
        }
        return list;
    }

    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, each) -> copy.put(key.toString(), plain(each)));
            return copy;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ExamplesWriter::plain).toList();
        }
        return value instanceof Instant ? value.toString() : value;
    }
}
