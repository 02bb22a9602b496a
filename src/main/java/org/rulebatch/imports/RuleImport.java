package org.rulebatch.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.files.AtomicFile;
import org.rulebatch.files.BoundedFile;
import org.rulebatch.files.Json;
import org.rulebatch.files.Printable;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.metadata.Names;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Imports files of another tool into a rules folder. The same files give the same bytes, so that a second import changes
 * nothing; a file that says something else stays as it is unless it may be written over.
 */
public final class RuleImport {

    private static final int MOST_BYTES = 64 << 20;

    private final Naming naming;
    private final Path rules;
    private final boolean force;

    /**
     * @param rules where {@code <service>/metadata/<rule_id>.yaml} is written
     * @param force whether a file that says something else is written over
     */
    public RuleImport(Catalog catalog, Knowledge knowledge, Path rules, boolean force) {
        this.naming = new Naming(catalog, knowledge);
        this.rules = rules;
        this.force = force;
    }

    /**
     * Imports files, and all of the format below folders.
     *
     * @throws IOException if a file cannot be read or written
     */
    public ImportReport run(ForeignFormat format, List<Path> paths) throws IOException {
        ImportLog log = new ImportLog();
        for (Path path : paths) {
            for (Path file : files(format.reader(), path)) {
                read(format.reader(), file, log);
            }
        }
        List<String> written = new ArrayList<>();
        int unchanged = 0;
        for (Map.Entry<Path, String> each : texts(log)) {
            String state = put(each.getKey(), each.getValue());
            if (state.equals("unchanged")) {
                unchanged++;
            } else if (state.equals("written")) {
                written.add(each.getKey().toString());
            } else {
                log.leftOut(
                        each.getKey().toString(),
                        "",
                        "it says something else and stays as it is",
                        "compare them, and import again with --force to write over it");
            }
        }
        return new ImportReport(written, unchanged, log.problems(), log.droppedKeys());
    }

    private static List<Path> files(ForeignReader reader, Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> all = Files.walk(path)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> reader.takes(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private static void read(ForeignReader reader, Path file, ImportLog log) throws IOException {
        try {
            JsonNode root = Json.COMPACT.readTree(BoundedFile.bytes(file, MOST_BYTES));
            reader.read(file.toString(), root, log);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            log.leftOut(file + ":" + line, "", "no JSON: " + e.getOriginalMessage(), "name " + reader.files());
        }
    }

    /** The files to write, by the order of the other tool's ids; of checks of one name the second gets its id added. */
    private List<Map.Entry<Path, String>> texts(ImportLog log) {
        List<Map.Entry<Path, String>> texts = new ArrayList<>();
        Map<String, String> origins = new HashMap<>();
        for (ForeignRule rule : log.rules()) {
            Naming.Name name = naming.name(rule, log);
            if (name == null) {
                continue;
            }
            String id = name.ruleId();
            if (origins.putIfAbsent(id, rule.id()) != null) {
                id += "_" + rule.id().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
                origins.put(id, rule.id());
            }
            if (Names.isRuleId(id) && Names.isService(name.service())) {
                Path file = rules.resolve(name.service()).resolve("metadata").resolve(id + ".yaml");
                texts.add(Map.entry(file, MetadataText.of(id, name, rule)));
            } else {
                log.leftOut(
                        rule.place(), rule.id(), "its id would be '" + Printable.name(id) + "'", "shorten its title");
            }
        }
        return texts;
    }

    private String put(Path file, String text) throws IOException {
        if (Files.exists(file)) {
            if (Files.readString(file, StandardCharsets.UTF_8).equals(text)) {
                return "unchanged";
            }
            if (!force) {
                return "differs";
            }
        }
        Files.createDirectories(file.getParent());
        AtomicFile.write(file, text);
        return "written";
    }
}
