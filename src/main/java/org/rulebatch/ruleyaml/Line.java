package org.rulebatch.ruleyaml;

import java.util.Optional;
import org.rulebatch.catalog.Operation;
import org.rulebatch.catalog.Parameter;
import org.rulebatch.requirement.Binding;
import org.rulebatch.ruleyaml.PlannedCall.Supply;

/** A read and the ones above it, whose items are at hand when a further read is made. */
public record Line(PlannedCall last) {

    private static final int SAME_NAME = 10;

    /** The stated supply, if its read is on the line. */
    Optional<Supply> supply(Binding binding) {
        for (PlannedCall at = last; at != null; at = at.parent()) {
            Operation operation = at.operation();
            boolean same = operation.client().equals(binding.call().client())
                    && operation.method().equals(binding.call().operation());
            if (same && isOneValue(binding.path(), at.items())) {
                return Optional.of(new Supply(at, binding.path()));
            }
        }
        return Optional.empty();
    }

    /** The best supply for a parameter of an operation about {@code resource}, the nearest one among equals. */
    Optional<Supply> supply(Parameter parameter, String resource) {
        ParameterName wanted = ParameterName.of(parameter.name(), resource);
        Optional<Supply> best = Optional.empty();
        int bestFit = 0;
        for (PlannedCall at = last; at != null; at = at.parent()) {
            for (Source source : Source.of(at.operation())) {
                int fit = source.fit(parameter, wanted);
                if (fit > bestFit && source.field().path().startsWith(at.items())) {
                    bestFit = fit;
                    best = Optional.of(new Supply(at, source.field().path()));
                }
            }
        }
        Optional<Supply> inherited = last.inherited(parameter.name());
        return bestFit < SAME_NAME && inherited.isPresent() ? inherited : best;
    }

    private static boolean isOneValue(String path, String items) {
        return path.startsWith(items)
                && !path.substring(items.length()).contains("[]")
                && !path.substring(items.length()).contains("{}");
    }
}
