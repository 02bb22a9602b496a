package org.rulebatch.metadata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.rulebatch.files.BoundedFile;
import org.rulebatch.files.Printable;

/** The services a run is narrowed to. */
public final class ServiceList {

    private static final int MOST_BYTES = 1 << 20;

    private ServiceList() {}

    /**
     * Reads a list from a file, one service a line; {@code #} starts a comment.
     *
     * @throws IOException if the file cannot be read as UTF-8 text
     * @throws IllegalArgumentException with {@code file:line} if a name cannot be a service's, or none is listed
     */
    public static List<String> read(Path file) throws IOException {
        List<String> services = new ArrayList<>();
        List<String> lines = BoundedFile.text(file, MOST_BYTES).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String name = lines.get(i).replaceFirst("#.*", "").strip();
            if (!name.isEmpty()) {
                services.add(checked(name, file + ":" + (i + 1)));
            }
        }
        if (services.isEmpty()) {
            throw new IllegalArgumentException(file + ": lists no service; write one a line");
        }
        return sorted(services);
    }

    /** Parses {@code s3,iam}. */
    public static List<String> parse(String option, String text) {
        List<String> services = new ArrayList<>();
        for (String part : text.split(",")) {
            if (!part.isBlank()) {
                services.add(checked(part.strip(), option));
            }
        }
        if (services.isEmpty()) {
            throw new IllegalArgumentException(option + ": names no service; write " + option + "=s3,iam");
        }
        return sorted(services);
    }

    private static String checked(String name, String place) {
        if (!Names.isService(name)) {
            throw new IllegalArgumentException(place + ": '" + Printable.name(name)
                    + "' cannot be a service's name: lower-case letters, digits, _ and - only");
        }
        return name;
    }

    private static List<String> sorted(List<String> services) {
        return List.copyOf(new TreeSet<>(services));
    }
}
