package org.rulebatch.requirement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Expressions of the check language that decide a rule; {@code item} has the members of what the subject's reads answer.
 *
 * @param place the place that tells most of what is looked at
 * @param where the population; null for all items
 * @param with lists of further items by name, each read as the subject's own are
 * @param parameters name to value
 * @param complies what a compliant item shows
 * @param covers which words of the rule which piece of the check answers
 */
public record Expressions(
        Place place,
        Subject subject,
        @Nullable String where,
        Map<String, Subject.Items> with,
        Map<String, Object> parameters,
        String complies,
        List<Cover> covers)
        implements Requirement {

    public Expressions {
        with = Collections.unmodifiableMap(new LinkedHashMap<>(with));
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        covers = List.copyOf(covers);
    }

    /** The same with other values of its parameters. */
    public Expressions withParameters(Map<String, Object> values) {
        return new Expressions(place, subject, where, with, values, complies, covers);
    }

    /** The same with what its pieces answer. */
    public Expressions withCovers(List<Cover> answered) {
        return new Expressions(place, subject, where, with, parameters, complies, answered);
    }

    /** The same with another expression for what a compliant item shows. */
    public Expressions complying(String other) {
        return new Expressions(place, subject, where, with, parameters, other, covers);
    }

    @Override
    public boolean isOfAPlace() {
        return subject instanceof Subject.Place;
    }
}
