package org.rulebatch.language.function;

import com.google.re2j.Pattern;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.rulebatch.yaml.YamlDocument;
import tools.jackson.databind.JsonNode;

/**
 * What secrets look like, from {@code /language/secret-formats.yaml}.
 *
 * @param assignmentWith pieces in lower case of which a text with an assignment has one
 * @param assignment a name and one of three groups with the value
 * @param names names of members that hold secrets
 * @param otherNames names of members that hold something about a secret
 */
record SecretFormats(
        List<Format> formats,
        List<String> assignmentWith,
        Pattern assignment,
        Pattern names,
        Pattern otherNames,
        List<Pattern> placeholders) {

    private static final String SOURCE = "/language/secret-formats.yaml";

    /** The formats that come with the program. */
    static final SecretFormats ALL = read();

    /**
     * One published format.
     *
     * @param name what it is, for messages
     * @param with pieces in lower case of which a text with the secret has one
     * @param source where it is published
     */
    record Format(String name, List<String> with, Pattern pattern, String source) {}

    private static SecretFormats read() {
        try (InputStream in = SecretFormats.class.getResourceAsStream(SOURCE)) {
            if (in == null) {
                throw new IllegalStateException(SOURCE + " is missing from the program");
            }
            JsonNode root = YamlDocument.read(SOURCE, in).root();
            return new SecretFormats(
                    root.path("formats")
                            .valueStream()
                            .map(SecretFormats::format)
                            .toList(),
                    texts(root.path("assignment_with")),
                    pattern(root.path("assignment")),
                    pattern(root.path("names")),
                    pattern(root.path("other_names")),
                    root.path("placeholders")
                            .valueStream()
                            .map(SecretFormats::pattern)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Format format(JsonNode node) {
        return new Format(
                node.path("name").asString(),
                texts(node.path("with")),
                pattern(node.path("pattern")),
                node.path("source").asString());
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static Pattern pattern(JsonNode node) {
        return Pattern.compile(node.asString());
    }

    boolean isPlaceholder(String value) {
        return placeholders.stream().anyMatch(each -> each.matcher(value).find());
    }

    boolean namesSecret(String name) {
        return names.matcher(name).find() && !otherNames.matcher(name).find();
    }
}
