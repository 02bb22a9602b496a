package org.rulebatch.engine.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Field;
import org.rulebatch.catalog.FieldType;
import org.rulebatch.catalog.Operation;
import org.rulebatch.catalog.Paginator;
import org.rulebatch.catalog.Parameter;
import org.rulebatch.engine.EngineFiles;
import tools.jackson.databind.JsonNode;

/**
 * How an operation is paged.
 *
 * @param inputTokens the parameters that carry the place to go on from
 * @param outputTokens the expressions that yield them, in the same order
 * @param resultKeys response paths of the lists that grow page by page
 * @param moreResults the response path that says whether there is another page, or null
 * @param cuts response paths that are true, or hold a token, where the answer goes on, and that the paging does not use
 */
record Paging(
        List<String> inputTokens,
        List<String> outputTokens,
        List<String> resultKeys,
        @Nullable String moreResults,
        List<String> cuts) {

    /** A member that means a place to go on from wherever the output has it, and the parameters that may take it. */
    private record Token(String output, List<String> inputs) {}

    /** botocore's paginators lack many operations. Where there are both, {@code Marker} only repeats what was asked for. */
    private static final List<Token> TOKENS = List.of(
            new Token("NextToken", List.of("NextToken")),
            new Token("nextToken", List.of("nextToken")),
            new Token("next_token", List.of("next_token")),
            new Token("NextPageToken", List.of("NextPageToken", "PageToken")),
            new Token("nextPageToken", List.of("nextPageToken", "pageToken")),
            new Token("NextContinuationToken", List.of("ContinuationToken")),
            new Token("NextMarker", List.of("NextMarker", "Marker")),
            new Token("PageToken", List.of("PageToken")),
            new Token("Marker", List.of("Marker")));

    private static final List<JsonNode> STATED = EngineFiles.entries("paging.yaml");

    /** {@code IsTruncated}, {@code DistributionList.IsTruncated}, {@code HasMoreTags}. */
    private static final Pattern CUT = Pattern.compile("(?i)(\\w+\\.)?((is)?truncated|has_?more\\w*)");

    /** The paging that botocore states; else what {@code engine/paging.yaml} states; else what the token members show. */
    static Paging of(String client, Operation operation) {
        return operation
                .paginator()
                .map(paginator -> stated(paginator, operation))
                .or(() -> STATED.stream()
                        .filter(entry -> entry.path("client").asString().equals(client)
                                && entry.path("operation").asString().equals(operation.name()))
                        .findFirst()
                        .map(entry -> stated(entry, operation)))
                .orElseGet(() -> seen(operation));
    }

    private static Paging stated(Paginator paginator, Operation operation) {
        return new Paging(
                paginator.inputTokens(),
                paginator.outputTokens(),
                paginator.resultKeys(),
                paginator.moreResults(),
                cuts(operation));
    }

    private static Paging stated(JsonNode entry, Operation operation) {
        return new Paging(
                EngineFiles.texts(entry, "input"),
                EngineFiles.texts(entry, "output"),
                lists(operation),
                entry.path("more").asString(),
                cuts(operation));
    }

    private static Paging seen(Operation operation) {
        Set<String> parameters =
                operation.parameters().stream().map(Parameter::name).collect(Collectors.toSet());
        List<String> cuts = new ArrayList<>(cuts(operation));
        for (Token token : TOKENS) {
            if (operation.field(token.output()).isEmpty()) {
                continue;
            }
            Optional<String> input =
                    token.inputs().stream().filter(parameters::contains).findFirst();
            if (input.isPresent()) {
                return new Paging(
                        List.of(input.get()), List.of(token.output()), lists(operation), null, cuts(operation));
            }
            cuts.add(token.output());
        }
        return new Paging(List.of(), List.of(), List.of(), null, cuts);
    }

    private static List<String> cuts(Operation operation) {
        return operation.fields().stream()
                .filter(field -> field.type() == FieldType.BOOLEAN)
                .map(Field::path)
                .filter(path -> CUT.matcher(path).matches())
                .toList();
    }

    private static List<String> lists(Operation operation) {
        return operation.fields().stream()
                .filter(field -> field.type() == FieldType.LIST || field.type() == FieldType.MAP)
                .map(Field::path)
                .filter(path -> path.indexOf('.') < 0 && path.indexOf('[') < 0 && path.indexOf('{') < 0)
                .toList();
    }
}
