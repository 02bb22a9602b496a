package org.rulebatch.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulebatch.files.AtomicFile;
import org.rulebatch.files.Json;
import org.rulebatch.pipeline.RuleResult;
import org.rulebatch.pipeline.ServiceResult;
import org.rulebatch.report.entry.RuleEntry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamReadException;

/**
 * How the usable rules of one service ended, kept in the run's folder from the moment the service is done. The rules
 * themselves are read only to be copied, one after the other.
 *
 * @param errors what went wrong, each kind once, without names
 * @param yaml the service's rule file; null where no rule is automated
 * @param proposed the file of the checks that a person has to confirm; null where there is none
 * @param examples the file of examples on which the checks were tried; null where there is none
 */
public record ServiceRecord(
        Counts counts,
        SortedSet<String> errors,
        @Nullable String yaml,
        @Nullable String proposed,
        @Nullable String examples) {

    private static final String HEAD = "head";
    private static final String RULES = "rules";

    /** Writes the record of a service; it is on the disk when this returns. */
    public static void write(Path file, ServiceResult result) throws IOException {
        List<RuleResult> rules = result.rules();
        Optional<String> yaml = result.yaml();
        Optional<String> proposed = result.proposed();
        Optional<String> examples = result.examples();
        ServiceRecord head = new ServiceRecord(
                Counts.of(rules),
                ErrorKinds.of(rules),
                yaml.orElse(null),
                proposed.orElse(null),
                examples.orElse(null));
        write(file, head, rules.stream().map(RuleEntry::of));
    }

    /**
     * Changes a record after the fact; it is on the disk when this returns.
     *
     * @param change of each rule
     * @param yaml the rule file from now on; null where no rule is left in it
     */
    public static void revise(Path file, UnaryOperator<RuleEntry> change, @Nullable String yaml) throws IOException {
        List<RuleEntry> rules = rules(file).stream().map(change).toList();
        Counts counts = rules.stream().map(Counts::of).reduce(Counts.NONE, Counts::plus);
        ServiceRecord before = read(file);
        write(file, new ServiceRecord(counts, before.errors(), yaml, before.proposed, before.examples), rules.stream());
    }

    private static void write(Path file, ServiceRecord head, Stream<RuleEntry> rules) throws IOException {
        AtomicFile.writeDurably(file, out -> {
            try (JsonGenerator json = Json.COMPACT.createGenerator(out)) {
                json.writeStartObject();
                json.writePOJOProperty(HEAD, head);
                json.writeArrayPropertyStart(RULES);
                rules.forEach(json::writePOJO);
                json.writeEndArray();
                json.writeEndObject();
            }
        });
    }

    /** Reads a record without its rules. */
    public static ServiceRecord read(Path file) throws IOException {
        try (JsonParser json = Json.COMPACT.createParser(file)) {
            enter(json, HEAD);
            return json.readValueAs(ServiceRecord.class);
        } catch (JacksonException e) {
            throw unreadable(file, e);
        }
    }

    private static List<RuleEntry> rules(Path file) throws IOException {
        try (JsonParser json = Json.COMPACT.createParser(file)) {
            enterRules(json);
            return List.of(json.readValueAs(RuleEntry[].class));
        } catch (JacksonException e) {
            throw unreadable(file, e);
        }
    }

    /** Copies the list of rules to where the generator stands. */
    static void copyRules(Path file, JsonGenerator to) throws IOException {
        try (JsonParser json = Json.COMPACT.createParser(file)) {
            enterRules(json);
            to.copyCurrentStructureExact(json);
        } catch (JacksonException e) {
            throw unreadable(file, e);
        }
    }

    private static void enterRules(JsonParser json) {
        enter(json, HEAD);
        json.skipChildren();
        json.nextToken();
        json.nextToken();
    }

    /** What the disk says; else somebody has changed the file: the program writes it in one piece. */
    private static IOException unreadable(Path file, JacksonException e) {
        if (e instanceof JacksonIOException disk) {
            return Objects.requireNonNull(disk.getCause());
        }
        String service = file.getFileName().toString().replaceFirst("[.]json$", "");
        return new IOException(
                file + " is damaged; generate the service again with --job=generateRules --restart=last --services="
                        + service,
                e);
    }

    private static void enter(JsonParser json, String property) {
        if (json.nextToken() != JsonToken.START_OBJECT || !property.equals(json.nextName())) {
            throw new StreamReadException(json, "a record of a service starts with its " + property);
        }
        json.nextToken();
    }
}
