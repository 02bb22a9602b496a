package org.rulebatch.report.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rulebatch.requirement.Binding;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Expectation;
import org.rulebatch.requirement.Quantifier;
import org.rulebatch.requirement.Where;

/**
 * What only some conditions have: what the call is made with, and what is more to the expectation than a value.
 *
 * @param params literal parameters of the call
 * @param bind parameters of the call that another read supplies
 * @param items path of the list whose elements are judged; null where it is left to the planner
 * @param quantifier {@code every}, {@code some}, {@code none} or null
 * @param where the elements that the quantifier looks at; empty for all
 * @param mapKey the entry of a map of attributes that is meant; null for every entry
 * @param absent what a missing value means, where the operator does not say it
 */
@JsonInclude(Include.NON_EMPTY)
public record ConditionDetails(
        Map<String, Object> params,
        SortedMap<String, Source> bind,
        @JsonInclude(Include.NON_NULL) @Nullable String items,
        @Nullable String quantifier,
        List<Filter> where,
        @JsonInclude(Include.NON_NULL) @Nullable String mapKey,
        @Nullable String absent) {

    static final ConditionDetails NONE =
            new ConditionDetails(Map.of(), new TreeMap<>(), null, null, List.of(), null, null);

    /** The read and the field that supply a parameter. */
    @JsonInclude
    public record Source(String client, String operation, Map<String, Object> params, String path) {
        static Source of(Binding from) {
            return new Source(
                    from.call().client(), from.call().operation(), from.call().params(), from.path());
        }
    }

    /** A condition on an element of a list; the value is null where the operator takes none. */
    @JsonInclude
    public record Filter(String path, String operator, @Nullable Object value) {
        static Filter of(Where where) {
            return new Filter(where.path(), where.operator().wireName(), where.value());
        }
    }

    public ConditionDetails {
        params = params == null ? Map.of() : params;
        bind = bind == null ? Collections.emptySortedMap() : bind;
        where = where == null ? List.of() : List.copyOf(where);
    }

    static ConditionDetails of(Condition condition) {
        Expectation expectation = condition.expectation();
        SortedMap<String, Source> bind = new TreeMap<>();
        condition.call().bind().forEach((parameter, from) -> bind.put(parameter, Source.of(from)));
        Quantifier quantifier = expectation.quantifier();
        Expectation.Absence absent = expectation.absent();
        return new ConditionDetails(
                condition.call().params(),
                bind,
                condition.items(),
                quantifier == null ? null : quantifier.wireName(),
                expectation.where().stream().map(Filter::of).toList(),
                expectation.key(),
                absent == null ? null : absent.name().toLowerCase(Locale.ROOT));
    }
}
