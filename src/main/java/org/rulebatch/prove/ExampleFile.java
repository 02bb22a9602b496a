package org.rulebatch.prove;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rulebatch.files.AtomicFile;
import org.rulebatch.yaml.YamlDocument;
import org.rulebatch.yaml.YamlException;
import org.rulebatch.yaml.YamlText;

/** A file of people's own examples of one rule, to which an example is added; what stands there stays as it is. */
public final class ExampleFile {

    private static final Pattern LAST_EXAMPLE = Pattern.compile("(?m)^( *)- ");

    private final Path file;
    private final String ruleId;

    /** @param folder of all examples */
    public ExampleFile(Path folder, String ruleId) {
        this.file = folder.resolve(ruleId + ".yaml");
        this.ruleId = ruleId;
    }

    public Path path() {
        return file;
    }

    /**
     * Adds an example as the last one, or makes the file. Times of the example are moved to where the file's own time is.
     *
     * @throws IllegalArgumentException with a sentence for people, if the file cannot be added to
     */
    public void add(RealExamples.Saved saved) throws IOException {
        String text = Files.exists(file) ? extended(Files.readString(file), saved) : fresh(saved);
        Files.createDirectories(file.toAbsolutePath().getParent());
        AtomicFile.write(file, text);
    }

    private String fresh(RealExamples.Saved saved) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("now", saved.now().toString());
        root.put("rules", Map.of(ruleId, List.of(ExamplesWriter.example(saved.example()))));
        return YamlText.of(root);
    }

    private String extended(String before, RealExamples.Saved saved) {
        YamlDocument document = parsed(before);
        int count = examples(document);
        Instant now = document.root().path("now").isMissingNode()
                ? Moment.NOW
                : Instant.parse(document.root().path("now").asString());
        Example moved = moved(saved.example(), Duration.between(saved.now(), now));
        String added = YamlText.of(List.of(ExamplesWriter.example(moved)));
        String after = before.stripTrailing() + "\n" + added.indent(indentation(before));
        if (count == 0 || examples(parsed(after)) != count + 1) {
            throw new IllegalArgumentException("an example cannot be added to " + file + " as it is written; move the"
                    + " file away, save again, and put both together");
        }
        return after;
    }

    private int examples(YamlDocument document) {
        return document.root().path("rules").path(ruleId).size();
    }

    private YamlDocument parsed(String text) {
        try {
            return YamlDocument.parse(file.toString(), text);
        } catch (YamlException e) {
            throw new IllegalArgumentException("line " + e.line() + " of " + file + " is not YAML: " + e.reason(), e);
        }
    }

    /** How far the examples are indented: as the least of all lists. */
    private static int indentation(String text) {
        int least = Integer.MAX_VALUE;
        Matcher lists = LAST_EXAMPLE.matcher(text);
        while (lists.find()) {
            least = Math.min(least, lists.group(1).length());
        }
        return least == Integer.MAX_VALUE ? 0 : least;
    }

    private static Example moved(Example example, Duration by) {
        Map<String, List<Reply>> answers = new LinkedHashMap<>();
        example.answers()
                .forEach((read, replies) -> answers.put(
                        read,
                        replies.stream()
                                .map(reply -> new Reply(reply.params(), moved(reply.answer(), by)))
                                .toList()));
        return new Example(example.verdict(), answers);
    }

    private static Map<String, Object> moved(Map<?, ?> answer, Duration by) {
        Map<String, Object> moved = new LinkedHashMap<>();
        answer.forEach((name, value) -> moved.put(name.toString(), moved(value, by)));
        return moved;
    }

    private static Object moved(Object value, Duration by) {
        if (value instanceof Map<?, ?> map) {
            return moved(map, by);
        }
        if (value instanceof List<?> list) {
            List<Object> moved = new ArrayList<>();
            list.forEach(each -> moved.add(moved(each, by)));
            return moved;
        }
        return value instanceof Instant time ? time.plus(by) : value;
    }
}
