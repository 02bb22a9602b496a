package org.rulebatch.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulebatch.requirement.Binding;
import org.rulebatch.requirement.Call;
import org.rulebatch.requirement.Operator;

/**
 * A read of the thing that a field names, and what it must show: a key's id is there for AWS's own keys too, and only the
 * key says who manages it.
 *
 * @param parameter takes the value of the field
 * @param path from the root of the answer
 */
public record Confirmation(String client, String operation, String parameter, String path, String value) {

    /** The reading that goes with one that only names the thing, or only looks at it; empty for one that does neither. */
    public Optional<Reading> otherHalf(Reading reading) {
        if (onlyNames(reading)) {
            Binding name = new Binding(reading.call(), reading.path());
            Call call = new Call(client, operation, Map.of(), Map.of(parameter, name));
            return Optional.of(new Reading(call, path, complies(Operator.EQUALS, value)));
        }
        boolean looks = reading.call().toString().equals(client + "." + operation)
                && reading.path().equals(path);
        return Optional.ofNullable(reading.call().bind().get(parameter))
                .filter(name -> looks)
                .map(name -> new Reading(name.call(), name.path(), complies(Operator.EXISTS, null)));
    }

    private static boolean onlyNames(Reading reading) {
        Complies complies = reading.complies();
        boolean there = complies.operator() == Operator.EXISTS || complies.operator() == Operator.NOT_EMPTY;
        return there && complies.key() == null && complies.quantifier() == null;
    }

    private static Complies complies(Operator operator, @Nullable Object value) {
        return new Complies(operator, value, null, null, null, List.of());
    }
}
