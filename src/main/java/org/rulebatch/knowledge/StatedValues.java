package org.rulebatch.knowledge;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Nearest;
import org.rulebatch.language.Syntax;

/** The values of an expression: literals, and parameters in whose place a rule may state its own. */
final class StatedValues {

    /** @param slot what kind of value in a rule replaces it, or null */
    record Value(Object value, @Nullable Slot slot) {}

    private final Map<String, Object> parameters;
    private final Set<String> used = new HashSet<>();

    /** @param parameters value by kind */
    StatedValues(Map<String, Object> parameters) {
        this.parameters = parameters;
    }

    /** @throws IllegalArgumentException if it is neither a literal nor a parameter that has a value */
    Value of(Syntax value) {
        if (value instanceof Syntax.Call minus && minus.is("-_", 1)) {
            Value ahead = parameter(minus.argument(0));
            if (ahead.slot() == Slot.DAYS && ahead.value() instanceof Integer days) {
                return new Value(-days, Slot.DAYS_AHEAD);
            }
            throw Names.unknown();
        }
        return value instanceof Syntax.Member ? parameter(value) : new Value(literal(value), null);
    }

    /** @throws IllegalArgumentException if a parameter is stated for nothing */
    void holdThatAllAreUsed() {
        for (String name : parameters.keySet()) {
            if (!used.contains(name)) {
                throw new IllegalArgumentException("the expression does not use params." + name);
            }
        }
    }

    private Value parameter(Syntax value) {
        if (!(value instanceof Syntax.Member member) || !member.of().equals(new Syntax.Name("params"))) {
            throw Names.unknown();
        }
        String name = member.name();
        Object stated = parameters.get(name);
        if (stated == null) {
            String near = Nearest.to(name, parameters.keySet())
                    .map(known -> "; did you mean " + known + "?")
                    .orElse("");
            throw new IllegalArgumentException("params." + name + " has no value in parameters" + near);
        }
        used.add(name);
        return new Value(stated, slot(name));
    }

    private static Slot slot(String name) {
        try {
            return Slot.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            List<String> known = Arrays.stream(Slot.values())
                    .filter(slot -> slot != Slot.DAYS_AHEAD)
                    .map(slot -> slot.name().toLowerCase(Locale.ROOT))
                    .toList();
            String near = Nearest.to(name, known)
                    .map(each -> "; did you mean " + each + "?")
                    .orElse("; it states " + String.join(", ", known));
            throw new IllegalArgumentException("a rule states no '" + name + "'" + near, e);
        }
    }

    private static Object literal(Syntax value) {
        if (value instanceof Syntax.Literal literal) {
            return literal.value();
        }
        if (value instanceof Syntax.Listed list) {
            return list.elements().stream().map(StatedValues::literal).toList();
        }
        throw Names.unknown();
    }
}
