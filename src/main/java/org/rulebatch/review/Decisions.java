package org.rulebatch.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rulebatch.files.AtomicFile;
import org.rulebatch.generate.override.OverrideException;
import org.rulebatch.generate.override.OverrideReader;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Finding;
import org.rulebatch.validate.Validator;
import org.rulebatch.yaml.YamlDocument;
import org.rulebatch.yaml.YamlException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** The files of people's decisions, which are checked before they are written. */
final class Decisions {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .build();
    private static final String REMARK = "# Decided by a person; every run honours it before any generator.\n";
    private static final List<String> KEYS = List.of("rule_id", "decision", "reason", "logic", "conditions");

    private final Path folder;
    private final Validator validator;

    Decisions(Path folder, Validator validator) {
        this.folder = folder;
        this.validator = validator;
    }

    boolean exists(String id) {
        return Files.exists(file(id));
    }

    /** The file's text; empty where there is none. */
    String text(String id) throws IOException {
        return exists(id) ? Files.readString(file(id)) : "";
    }

    /** What the file says, as JSON; a missing node where there is none, or it is no YAML. */
    JsonNode tree(String id) throws IOException {
        try {
            return YamlDocument.parse(id, text(id)).root();
        } catch (YamlException e) {
            return MissingNode.getInstance();
        }
    }

    Path file(String id) {
        return folder.resolve(id + ".yaml");
    }

    /**
     * Writes a decision, if it can be used.
     *
     * @param decision as the file has it
     * @return what is wrong with it, nothing where it was written
     */
    List<Finding> save(String id, JsonNode decision) throws IOException {
        String text = REMARK + YAML.writeValueAsString(ordered(decision));
        if (Files.isSymbolicLink(file(id))) {
            String message = file(id) + " is a link to " + Files.readSymbolicLink(file(id));
            return List.of(Finding.error("override.link", file(id) + ":1", message, "edit the file that it leads to"));
        }
        List<Finding> errors = errors(id, text);
        if (errors.isEmpty()) {
            Files.createDirectories(folder);
            AtomicFile.write(file(id), text);
        }
        return errors;
    }

    void remove(String id) throws IOException {
        Files.deleteIfExists(file(id));
    }

    private List<Finding> errors(String id, String text) {
        try {
            Decision read =
                    OverrideReader.read(YamlDocument.parse(id + ".yaml", text)).decision();
            return read instanceof Decision.Automated automated
                    ? validator.validate(automated.requirement()).findings().stream()
                            .filter(Finding::isError)
                            .toList()
                    : List.of();
        } catch (OverrideException e) {
            return e.findings();
        }
    }

    private static ObjectNode ordered(JsonNode decision) {
        ObjectNode ordered = JsonMapper.shared().createObjectNode();
        KEYS.stream().filter(decision::has).forEach(key -> ordered.set(key, decision.path(key)));
        decision.properties().forEach(each -> {
            if (!KEYS.contains(each.getKey())) {
                ordered.set(each.getKey(), each.getValue());
            }
        });
        return ordered;
    }
}
