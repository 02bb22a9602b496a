package org.rulebatch.requirement;

import org.jspecify.annotations.Nullable;

/**
 * A field, and what a compliant resource shows there.
 *
 * @param name what the field is called in people's words, {@code bucket_versioning_status}
 * @param call the read whose answer holds the field
 * @param items path of the list whose elements are the resources judged, {@code Volumes[]}; empty where the whole answer
 *     describes one resource, null where it is left to the planner
 * @param path the field, from the root of the answer, {@code Volumes[].Encrypted}
 */
public record Condition(String name, Call call, @Nullable String items, String path, Expectation expectation) {

    /** A condition that leaves the list of resources to the planner. */
    public static Condition of(String name, Call call, String path, Expectation expectation) {
        return new Condition(name, call, null, path, expectation);
    }

    public Operator operator() {
        return expectation.operator();
    }

    public @Nullable Object value() {
        return expectation.value();
    }

    public Condition withPath(String newPath) {
        return new Condition(name, call, items, newPath, expectation);
    }

    public Condition withCall(Call newCall) {
        return new Condition(name, newCall, items, path, expectation);
    }

    public Condition withExpectation(Expectation newExpectation) {
        return new Condition(name, call, items, path, newExpectation);
    }
}
