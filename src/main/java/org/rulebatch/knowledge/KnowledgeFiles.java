package org.rulebatch.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rulebatch.yaml.YamlDocument;

/** The data files that come with the program, under {@code /knowledge}. */
final class KnowledgeFiles {

    private KnowledgeFiles() {}

    /** The files of a client's resources, in the order of the list; none where it has no resources. */
    static List<String> of(String client) {
        return Listed.FILES.getOrDefault(client, List.of());
    }

    /** A folder of a jar cannot be listed cheaply, so that {@code resources.yaml} names the files. */
    private static final class Listed {
        private static final Map<String, List<String>> FILES = read();

        private static Map<String, List<String>> read() {
            Map<String, List<String>> files = new HashMap<>();
            bundled("resources.yaml").root().forEachEntry((client, resources) -> {
                List<String> names = new ArrayList<>();
                resources.forEach(each -> names.add(client + "/" + each.asString() + ".yaml"));
                files.put(client, List.copyOf(names));
            });
            return Map.copyOf(files);
        }
    }

    static YamlDocument bundled(String name) {
        try (InputStream in = open(name)) {
            return YamlDocument.read("/knowledge/" + name, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String name) {
        try (InputStream in = open(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        InputStream in = KnowledgeFiles.class.getResourceAsStream("/knowledge/" + name);
        if (in == null) {
            throw new IllegalStateException("/knowledge/" + name + " is missing from the program");
        }
        return in;
    }
}
