package org.rulebatch.engine.aws;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Field;
import org.rulebatch.catalog.FieldType;
import org.rulebatch.catalog.Operation;
import org.rulebatch.catalog.Paginator;
import org.rulebatch.catalog.Parameter;

/**
 * How an operation is paged.
 *
 * @param inputTokens the parameters that carry the place to go on from
 * @param outputTokens the expressions that yield them, in the same order
 * @param resultKeys response paths of the lists that grow page by page
 * @param moreResults the response path that says whether there is another page, or null
 */
record Paging(
        List<String> inputTokens, List<String> outputTokens, List<String> resultKeys, @Nullable String moreResults) {

    /** Members that mean a place to go on from wherever both the input and the output have them. */
    private static final Set<String> TOKENS =
            Set.of("NextToken", "nextToken", "next_token", "NextPageToken", "nextPageToken", "PageToken", "Marker");

    /**
     * The paging that botocore states; else what the token members show, since botocore's list lacks many operations.
     *
     * @return empty if the whole answer is one page
     */
    static Optional<Paging> of(Operation operation) {
        return operation.paginator().map(Paging::stated).or(() -> seen(operation));
    }

    private static Paging stated(Paginator paginator) {
        return new Paging(
                paginator.inputTokens(), paginator.outputTokens(), paginator.resultKeys(), paginator.moreResults());
    }

    private static Optional<Paging> seen(Operation operation) {
        return operation.parameters().stream()
                .map(Parameter::name)
                .filter(TOKENS::contains)
                .filter(token -> operation.field(token).isPresent())
                .findFirst()
                .map(token -> new Paging(List.of(token), List.of(token), lists(operation), null));
    }

    private static List<String> lists(Operation operation) {
        return operation.fields().stream()
                .filter(field -> field.type() == FieldType.LIST || field.type() == FieldType.MAP)
                .map(Field::path)
                .filter(path -> path.indexOf('.') < 0 && path.indexOf('[') < 0 && path.indexOf('{') < 0)
                .toList();
    }
}
