package org.rulebatch.knowledge;

import java.util.List;
import java.util.Map;
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

    /** Whether the reading only says that a name is there. */
    public boolean isNeededBy(Reading reading) {
        Complies complies = reading.complies();
        boolean onlyThere = complies.operator() == Operator.EXISTS || complies.operator() == Operator.NOT_EMPTY;
        return onlyThere && complies.key() == null && complies.quantifier() == null;
    }

    /** The reading of the thing that the reading's field names. */
    public Reading of(Reading named) {
        Binding binding = new Binding(named.call(), named.path());
        Call call = new Call(client, operation, Map.of(), Map.of(parameter, binding));
        return new Reading(call, path, new Complies(Operator.EQUALS, value, null, null, null, List.of()));
    }
}
