package org.rulebatch.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulebatch.files.AtomicFile;
import org.rulebatch.files.Json;
import org.rulebatch.generate.override.OverrideException;
import org.rulebatch.generate.override.OverrideReader;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Finding;
import org.rulebatch.ruleyaml.CheckPlan;
import org.rulebatch.validate.ValidatedRequirement;
import org.rulebatch.validate.Validator;
import org.rulebatch.yaml.YamlDocument;
import org.rulebatch.yaml.YamlException;
import org.rulebatch.yaml.YamlText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** The files of people's decisions, which are checked before they are written. One request at a time changes them. */
final class Decisions {

    private static final String REMARK = "# Decided by a person; every run honours it before any generator.\n";
    private static final List<String> KEYS = List.of(
            "rule_id", "decision", "reason", "decided_by", "decided_at", "expires", "check", "logic", "conditions");

    /** Under it the page sends a check as text; files have it as {@code check}. */
    private static final String TYPED = "typed";

    private static final String BY = "decided_by";

    /**
     * What is known of a check that is being typed.
     *
     * @param variables what its expressions can read
     * @param errors by the key of the check that they are about, or by another place
     */
    record Checked(List<Members.Variable> variables, List<Finding> errors) {}

    private final Path folder;
    private final Validator validator;
    private final Members members;
    private final Clock clock;

    /** @param clock says when a decision is made, and whether one is still good */
    Decisions(Path folder, Validator validator, Members members, Clock clock) {
        this.clock = clock;
        this.folder = folder;
        this.validator = validator;
        this.members = members;
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
        List<Finding> errors = new ArrayList<>();
        ObjectNode written = ordered(signed(decision), errors);
        if (Files.isSymbolicLink(file(id))) {
            String message = file(id) + " is a link to " + Files.readSymbolicLink(file(id));
            return new Saving.Unusable(List.of(
                    Finding.error("override.link", file(id) + ":1", message, "edit the file that it leads to")));
        }
        String text = text(written);
        if (errors.isEmpty()) {
            errors.addAll(errors(id, text));
        }
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

    /** Who decides also decides when. */
    private JsonNode signed(JsonNode decision) {
        if (!decision.isObject() || !decision.has(BY)) {
            return decision;
        }
        ObjectNode signed = (ObjectNode) decision.deepCopy();
        return signed.put(
                "decided_at", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static String text(ObjectNode decision) {
        return REMARK + YamlText.of(Json.COMPACT.treeToValue(decision, Object.class));
    }

    /**
     * What a decision that is not saved yet would be.
     *
     * @param text of its file
     * @param plan of its check; null where it has none that could run
     */
    record Draft(String text, List<Finding> errors, @Nullable CheckPlan plan) {}

    /** Looks at a decision that is being made; nothing is written. */
    Draft draft(String id, JsonNode decision) {
        List<Finding> errors = new ArrayList<>();
        String text = text(ordered(signed(decision), errors));
        if (!errors.isEmpty()) {
            return new Draft(text, errors, null);
        }
        try {
            Decision read =
                    OverrideReader.read(YamlDocument.parse(id + ".yaml", text)).decision();
            if (!(read instanceof Decision.WithCheck made)) {
                return new Draft(text, errors, null);
            }
            ValidatedRequirement validated = validator.validate(made.requirement());
            validated.findings().stream().filter(Finding::isError).forEach(errors::add);
            return new Draft(text, errors, errors.isEmpty() ? validated.plan() : null);
        } catch (OverrideException e) {
            return new Draft(text, e.findings(), null);
        } catch (YamlException e) {
            return new Draft(
                    text,
                    List.of(Finding.error("override.form", id, "this cannot be a file: " + e.reason(), "")),
                    null);
        }
    }

    /** Whether the decision's last day is over; false where there is no decision, or it has no such day. */
    boolean isExpired(String id) {
        if (!exists(id)) {
            return false;
        }
        String last = tree(id, read(id).text()).path("expires").asString("");
        return last.matches("\\d{4}-\\d{2}-\\d{2}")
                && last.compareTo(LocalDate.now(clock).toString()) < 0;
    }

    /** Checks a check that is being typed; nothing is written. */
    Checked check(CheckText typed) {
        List<Finding> errors = new ArrayList<>();
        ObjectNode check = typed.check(errors);
        // What can be read is known before the expression is: this one stands for it meanwhile.
        Optional<Expressions> readable =
                expressions(check.deepCopy().put("complies", "true").without("where"));
        List<Members.Variable> variables = readable.map(members::of).orElse(List.of());
        if (errors.isEmpty()) {
            ObjectNode decision = Json.COMPACT.createObjectNode();
            decision.put("rule_id", "typed").put("decision", "automated").set("check", check);
            errors.addAll(errors("typed", decision.toString()));
        }
        return new Checked(variables, errors);
    }

    private static Optional<Expressions> expressions(ObjectNode check) {
        ObjectNode decision = Json.COMPACT.createObjectNode();
        decision.put("rule_id", "typed").put("decision", "automated").set("check", check);
        try {
            Decision read = OverrideReader.read(YamlDocument.parse("typed", decision.toString()))
                    .decision();
            return read instanceof Decision.WithCheck made && made.requirement() instanceof Expressions asked
                    ? Optional.of(asked)
                    : Optional.empty();
        } catch (OverrideException | YamlException e) {
            return Optional.empty();
        }
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

    private static ObjectNode ordered(JsonNode given, List<Finding> errors) {
        ObjectNode decision = given.isObject() ? (ObjectNode) given.deepCopy() : Json.COMPACT.createObjectNode();
        if (decision.path(TYPED).isObject()) {
            CheckText typed = Json.COMPACT.treeToValue(decision.path(TYPED), CheckText.class);
            decision.remove(TYPED);
            decision.set("check", typed.check(errors));
        }
        ObjectNode ordered = Json.COMPACT.createObjectNode();
        KEYS.stream().filter(decision::has).forEach(key -> ordered.set(key, decision.path(key)));
        decision.properties().forEach(each -> {
            if (!KEYS.contains(each.getKey())) {
                ordered.set(each.getKey(), each.getValue());
            }
        });
        return ordered;
    }
}
