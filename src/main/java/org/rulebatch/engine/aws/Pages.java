package org.rulebatch.engine.aws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulebatch.engine.aws.wire.AnswerTooLongException;
import org.rulebatch.engine.aws.wire.UnreadAnswerException;

/** Collects the pages of an answer into one: the lists under the result keys grow, the rest is the first page's. */
final class Pages {

    /** Asks for one page. */
    interface Source {
        Map<String, Object> page(Map<String, Object> params);
    }

    private final Paging paging;
    private final Source source;
    private final int maxPages;

    Pages(Paging paging, Source source, int maxPages) {
        this.paging = paging;
        this.source = source;
        this.maxPages = maxPages;
    }

    /**
     * The whole answer.
     *
     * @throws AnswerTooLongException if there are more pages than allowed
     * @throws IllegalStateException if the service gives the same token twice
     * @throws UnreadAnswerException if the service says that there is more, and not how to ask for it
     */
    Map<String, Object> all(Map<String, Object> params) {
        Map<String, Object> all = null;
        Map<String, Object> tokens = Map.of();
        for (int count = 0; count < maxPages; count++) {
            Map<String, Object> asked = new TreeMap<>(params);
            asked.putAll(tokens);
            Map<String, Object> page = source.page(asked);
            all = all == null ? page : merged(all, page);
            Map<String, Object> next = tokens(page);
            if (next.isEmpty()) {
                return all;
            }
            if (next.equals(tokens)) {
                throw new IllegalStateException("the service answers the same page token twice: " + next);
            }
            tokens = next;
        }
        throw new AnswerTooLongException("the answer has more than " + maxPages + " pages");
    }

    private Map<String, Object> tokens(Map<String, Object> page) {
        String more = paging.moreResults();
        if (more != null && Boolean.FALSE.equals(TokenPath.find(more, page))) {
            return Map.of();
        }
        Map<String, Object> tokens = new TreeMap<>();
        for (int i = 0; i < paging.inputTokens().size(); i++) {
            Object token = TokenPath.find(paging.outputTokens().get(i), page);
            if (token != null) {
                tokens.put(paging.inputTokens().get(i), token);
            }
        }
        if (tokens.isEmpty()) {
            requireEnd(page);
        }
        return tokens;
    }

    private void requireEnd(Map<String, Object> page) {
        Stream.concat(Stream.ofNullable(paging.moreResults()), paging.cuts().stream())
                .filter(path -> says(TokenPath.find(path, page)))
                .findFirst()
                .ifPresent(path -> {
                    throw new UnreadAnswerException("the service says that there is more (" + path
                            + ") and not how to ask for it; what came is not the whole answer");
                });
    }

    private static boolean says(@Nullable Object value) {
        return value instanceof String || Boolean.TRUE.equals(value);
    }

    private Map<String, Object> merged(Map<String, Object> all, Map<String, Object> page) {
        Map<String, Object> merged = all;
        for (String key : paging.resultKeys()) {
            merged = merged(merged, page, List.of(key.split("\\.")));
        }
        return merged;
    }

    private static Map<String, Object> merged(Map<String, Object> all, Map<String, Object> page, List<String> path) {
        String member = path.get(0);
        Object more = page.get(member);
        if (more == null) {
            return all;
        }
        Map<String, Object> copy = new LinkedHashMap<>(all);
        Object so = all.get(member);
        copy.put(member, path.size() == 1 ? joined(so, more) : below(so, more, path.subList(1, path.size())));
        return copy;
    }

    private static Object below(@Nullable Object so, Object more, List<String> path) {
        return so instanceof Map<?, ?> left && more instanceof Map<?, ?> right
                ? merged(typed(left), typed(right), path)
                : more;
    }

    private static Object joined(@Nullable Object so, Object more) {
        if (so instanceof List<?> left && more instanceof List<?> right) {
            List<Object> list = new ArrayList<>(left);
            list.addAll(right);
            return list;
        }
        if (so instanceof Map<?, ?> left && more instanceof Map<?, ?> right) {
            Map<String, Object> map = new LinkedHashMap<>(typed(left));
            map.putAll(typed(right));
            return map;
        }
        return so == null ? more : so;
    }

    @SuppressWarnings("unchecked") // answers have text keys
    private static Map<String, Object> typed(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }
}
