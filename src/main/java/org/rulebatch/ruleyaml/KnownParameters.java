package org.rulebatch.ruleyaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Operation;
import org.rulebatch.catalog.Parameter;
import org.rulebatch.requirement.Binding;
import org.rulebatch.requirement.Call;
import org.rulebatch.yaml.YamlDocument;
import tools.jackson.databind.JsonNode;

/** Parameters whose value, or whose being required, the API models cannot tell, from {@code parameters.yaml}. */
final class KnownParameters {

    private record Entry(
            String parameter,
            List<String> clients,
            String operation,
            boolean isNeeded,
            @Nullable Object literal,
            @Nullable Binding supply) {

        boolean fits(Operation of, Parameter wanted) {
            return parameter.equals(wanted.name())
                    && (clients.isEmpty() || clients.contains(of.client()))
                    && (operation.isEmpty() || operation.equals(of.method()));
        }
    }

    private final List<Entry> entries;

    private KnownParameters(List<Entry> entries) {
        this.entries = entries;
    }

    static KnownParameters bundled() {
        String source = "/ruleyaml/parameters.yaml";
        try (InputStream in = KnownParameters.class.getResourceAsStream(source)) {
            if (in == null) {
                throw new IllegalStateException(source + " is missing from the program");
            }
            List<Entry> entries = new ArrayList<>();
            YamlDocument.read(source, in).root().forEach(node -> entries.add(entry(node)));
            return new KnownParameters(entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The literal for a parameter, from the file or because its enum leaves no choice. */
    Optional<Object> literal(Operation operation, Parameter parameter) {
        Optional<Object> known = entry(operation, parameter).map(Entry::literal);
        boolean noChoice = parameter.enumValues().size() == 1 && parameter.elementType() == null;
        return known.isEmpty() && noChoice ? Optional.of(parameter.enumValues().get(0)) : known;
    }

    /** Whether AWS refuses the call without a parameter that its model does not require. */
    boolean isNeeded(Operation operation, Parameter parameter) {
        return entry(operation, parameter).filter(Entry::isNeeded).isPresent();
    }

    /** The read that supplies a parameter. */
    Optional<Binding> supply(Operation operation, Parameter parameter) {
        return entry(operation, parameter).map(Entry::supply);
    }

    private Optional<Entry> entry(Operation operation, Parameter parameter) {
        return entries.stream()
                .filter(entry -> entry.fits(operation, parameter))
                .findFirst();
    }

    private static Entry entry(JsonNode node) {
        List<String> clients = new ArrayList<>();
        node.path("clients").forEach(client -> clients.add(client.asString()));
        JsonNode literal = node.path("literal");
        JsonNode supply = node.path("supply");
        return new Entry(
                node.path("parameter").asString(),
                clients,
                node.path("operation").asString(""),
                node.path("needed").asBoolean(false),
                literal.isMissingNode() ? null : literal.isInt() ? (Object) literal.asInt() : literal.asString(),
                supply.isMissingNode()
                        ? null
                        : new Binding(
                                Call.of(
                                        supply.path("client").asString(),
                                        supply.path("operation").asString()),
                                supply.path("path").asString()));
    }
}
