package org.rulebatch.language;

import dev.cel.common.ast.CelExpr;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where in an expression an inspection is.
 *
 * @param names the variables that are seen there
 * @param present the places, as written, that are there for sure because the expression has asked
 * @param statement the comparison or call that is true or false and stands nearest around
 */
record Context(Map<String, Known> names, Set<String> present, @Nullable CelExpr statement) {

    Context in(CelExpr nearest) {
        return statement == null ? new Context(names, present, nearest) : this;
    }

    Context outside() {
        return new Context(names, present, null);
    }

    Context where(Set<String> places) {
        if (places.isEmpty()) {
            return outside();
        }
        Set<String> more = new HashSet<>(present);
        more.addAll(places);
        return new Context(names, more, null);
    }

    Context with(String name, Known value) {
        Map<String, Known> more = new HashMap<>(names);
        more.put(name, value);
        return new Context(more, present, null);
    }
}
