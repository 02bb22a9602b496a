package org.rulebatch.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

/** The files of people's decisions, which are checked before they are written. One request at a time changes them. */
final class Decisions {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .build();
    private static final String REMARK = "# Decided by a person; every run honours it before any generator.\n";
    private static final List<String> KEYS = List.of("rule_id", "decision", "reason", "check", "logic", "conditions");

    private final Path folder;
    private final Validator validator;

    Decisions(Path folder, Validator validator) {
        this.folder = folder;
        this.validator = validator;
    }

    boolean exists(String id) {
        return Files.exists(file(id));
    }

    /** The file as it is now. */
    DecisionFile read(String id) {
        return DecisionFile.of(file(id));
    }

    /** What a decision's text says, as JSON; a missing node where it is empty or is not YAML. */
    JsonNode tree(String id, String text) {
        try {
            return YamlDocument.parse(id, text).root();
        } catch (YamlException e) {
            return MissingNode.getInstance();
        }
    }

    Path file(String id) {
        return folder.resolve(id + ".yaml");
    }

    /**
     * Writes a decision, if it can be used and the file is still the one that was seen.
     *
     * @param seen the version of the file that the person saw
     * @param decision as the file has it
     * @throws IOException if the file cannot be written
     */
    synchronized Saving save(String id, String seen, JsonNode decision) throws IOException {
        String text = REMARK + YAML.writeValueAsString(ordered(decision));
        if (Files.isSymbolicLink(file(id))) {
            String message = file(id) + " is a link to " + Files.readSymbolicLink(file(id));
            return new Saving.Unusable(List.of(
                    Finding.error("override.link", file(id) + ":1", message, "edit the file that it leads to")));
        }
        List<Finding> errors = errors(id, text);
        if (!errors.isEmpty()) {
            return new Saving.Unusable(errors);
        }
        Optional<Saving> obstacle = obstacle(id, seen);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        Files.createDirectories(folder);
        AtomicFile.write(file(id), text);
        return new Saving.Done(read(id));
    }

    /** Removes a decision's file, if it is still the one that was seen; a folder of that name stays. */
    synchronized Saving remove(String id, String seen) throws IOException {
        Optional<Saving> obstacle = obstacle(id, seen);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        Files.deleteIfExists(file(id));
        return new Saving.Done(read(id));
    }

    private Optional<Saving> obstacle(String id, String seen) {
        DecisionFile now = read(id);
        if (!now.isReplaceable()) {
            return Optional.of(new Saving.Blocked(now));
        }
        return now.version().equals(seen) ? Optional.empty() : Optional.of(new Saving.Changed(now));
    }

    private List<Finding> errors(String id, String text) {
        try {
            Decision read =
                    OverrideReader.read(YamlDocument.parse(id + ".yaml", text)).decision();
            return read instanceof Decision.WithCheck check
                    ? validator.validate(check.requirement()).findings().stream()
                            .filter(Finding::isError)
                            .toList()
                    : List.of();
        } catch (OverrideException e) {
            return e.findings();
        } catch (YamlException e) {
            return List.of(Finding.error("override.form", id, "the decision cannot be a file: " + e.reason(), ""));
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
