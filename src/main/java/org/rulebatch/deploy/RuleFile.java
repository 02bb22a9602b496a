package org.rulebatch.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulebatch.store.OutputFolder;

/**
 * One rule file on its way.
 *
 * @param source {@code summary/all_generated_yamls/<service>_generated.yaml}
 * @param target {@code <services-dir>/<service>/rules/<service>.yaml}
 * @param text what the source holds
 * @param deployed what the target holds; null where there is none yet
 */
record RuleFile(Path source, Path target, String text, @Nullable String deployed) {

    /** The rule files of a folder, sorted by name. */
    static List<RuleFile> in(Path sources, Path services) throws IOException {
        List<Path> files;
        try (Stream<Path> children = Files.list(sources)) {
            files = children.sorted().toList();
        }
        List<RuleFile> ruleFiles = new ArrayList<>();
        for (Path source : files) {
            Optional<String> known = OutputFolder.serviceOf(source.getFileName().toString());
            if (known.isEmpty()) {
                continue;
            }
            String service = known.get();
            Path target = services.resolve(service).resolve("rules").resolve(service + ".yaml");
            String deployed = Files.exists(target) ? Files.readString(target) : null;
            ruleFiles.add(new RuleFile(source, target, Files.readString(source), deployed));
        }
        return ruleFiles;
    }

    boolean isChange() {
        return !text.equals(deployed);
    }

    /** Where the target is, or will be. */
    Path folder() {
        return target.resolveSibling("");
    }

    /** The complete new file, beside the old one. */
    Path staged() {
        return target.resolveSibling("." + target.getFileName() + ".new");
    }

    /** The next free name of a backup, {@code s3.yaml.1}, {@code s3.yaml.2}, … */
    Path nextBackup() {
        int number = 1;
        while (Files.exists(backup(number))) {
            number++;
        }
        return backup(number);
    }

    private Path backup(int number) {
        return target.resolveSibling(target.getFileName() + "." + number);
    }
}
