package org.rulebatch.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an operation is paged, in the words of botocore's {@code paginators-1.json}.
 *
 * @param inputTokens the parameters that carry the place to go on from
 * @param outputTokens the JMESPath expressions that yield them, in the same order
 * @param resultKeys the response paths whose elements are collected over the pages, the primary one first
 * @param nonAggregateKeys response paths that are the same on every page
 * @param limitKey the parameter for the page size, or null
 * @param moreResults the response path that says whether there is another page, or null
 */
public record Paginator(
        List<String> inputTokens,
        List<String> outputTokens,
        List<String> resultKeys,
        List<String> nonAggregateKeys,
        @Nullable String limitKey,
        @Nullable String moreResults) {

    public Paginator {
        inputTokens = List.copyOf(inputTokens);
        outputTokens = List.copyOf(outputTokens);
        resultKeys = List.copyOf(resultKeys);
        nonAggregateKeys = List.copyOf(nonAggregateKeys);
    }

    static Paginator of(Facts facts) {
        return new Paginator(
                facts.texts("input_token"),
                facts.texts("output_token"),
                facts.texts("result_key"),
                facts.texts("non_aggregate_keys"),
                facts.find("limit_key").orElse(null),
                facts.find("more_results").orElse(null));
    }

    /** True if the field only serves paging and says nothing about a resource. */
    public boolean isToken(Field field) {
        return outputTokens.contains(field.path()) || field.path().equals(moreResults);
    }
}
