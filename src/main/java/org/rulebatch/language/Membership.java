package org.rulebatch.language;

import com.google.common.collect.ImmutableSet;
import dev.cel.common.CelOptions;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.RuntimeEquality;
import dev.cel.runtime.RuntimeHelpers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulebatch.language.value.UnknownView;

/**
 * The operator {@code in}: the evaluator's own asks a map for the value, which here is there for an absent key too, and
 * gives up at the first element that is not known.
 */
final class Membership {

    private static final RuntimeEquality EQUALITY = RuntimeEquality.create(RuntimeHelpers.create(), CelOptions.DEFAULT);

    private Membership() {}

    static ImmutableSet<CelFunctionBinding> bindings() {
        return CelFunctionBinding.fromOverloads(
                "@in",
                CelFunctionBinding.from("in_list", Object.class, List.class, Membership::isElement),
                CelFunctionBinding.from("in_map", Object.class, Map.class, (key, map) -> map.containsKey(key)));
    }

    private static boolean isElement(Object value, List<?> list) {
        UnknownView unknown = null;
        for (Object element : list) {
            if (element instanceof UnknownView view) {
                unknown = view;
            } else if (EQUALITY.objectEquals(element, value)) {
                return true;
            }
        }
        return notFound(unknown);
    }

    private static boolean notFound(@Nullable UnknownView unknown) {
        if (unknown != null) {
            throw unknown.read();
        }
        return false;
    }
}
