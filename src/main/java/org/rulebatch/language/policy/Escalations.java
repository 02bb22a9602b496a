package org.rulebatch.language.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.rulebatch.yaml.YamlDocument;
import tools.jackson.databind.JsonNode;

/** Sets of actions that together lead to more rights, from {@code /language/escalations.yaml}. */
final class Escalations {

    private static final String SOURCE = "/language/escalations.yaml";
    private static final List<List<String>> ALL = read();

    private Escalations() {}

    /** The sets, their actions in lower case. */
    static List<List<String>> all() {
        return ALL;
    }

    private static List<List<String>> read() {
        try (InputStream in = Escalations.class.getResourceAsStream(SOURCE)) {
            if (in == null) {
                throw new IllegalStateException(SOURCE + " is missing from the program");
            }
            List<List<String>> ways = new ArrayList<>();
            for (JsonNode way : YamlDocument.read(SOURCE, in).root()) {
                ways.add(way.path("actions")
                        .valueStream()
                        .map(each -> Patterns.lower(each.asString()))
                        .toList());
            }
            return List.copyOf(ways);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
