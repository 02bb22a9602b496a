package org.rulebatch.catalog.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds out which botocore the models are from: by the wheel's metadata folder, else by a name on the way to them. */
final class BotocoreVersion {

    private static final Pattern NAMED = Pattern.compile("botocore-(\\d+(?:\\.\\d+)+)");

    private BotocoreVersion() {}

    static String of(Path root, Path from) throws IOException {
        try (Stream<Path> inside = Files.list(root)) {
            for (Path path : inside.toList()) {
                Matcher name = NAMED.matcher(path.toString());
                if (path.toString().contains(".dist-info") && name.find()) {
                    return trimmed(name.group(1));
                }
            }
        }
        String found = "unknown";
        Matcher name = NAMED.matcher(from.toAbsolutePath().normalize().toString());
        while (name.find()) {
            found = trimmed(name.group(1));
        }
        return found;
    }

    private static String trimmed(String version) {
        return version.endsWith(".") ? version.substring(0, version.length() - 1) : version;
    }
}
