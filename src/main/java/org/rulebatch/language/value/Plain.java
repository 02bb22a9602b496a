package org.rulebatch.language.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Hands values to functions as the answer has them. */
public final class Plain {

    private Plain() {}

    /**
     * The value behind what the evaluator passes around.
     *
     * @throws UnknownException if something in it is not known
     */
    public static Object of(Object value) {
        if (value instanceof Raw view) {
            known(view.raw(), view.place());
            return view.raw();
        }
        if (value instanceof UnknownView unknown) {
            throw unknown.read();
        }
        if (value instanceof List<?> list) {
            List<Object> plain = new ArrayList<>();
            list.forEach(element -> plain.add(of(element)));
            return plain;
        }
        return value;
    }

    private static void known(Object value, Place place) {
        if (value instanceof UnknownValue unknown) {
            throw place.reading().unknown(place, unknown);
        }
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (isDeep(list.get(i))) {
                    known(list.get(i), place.at((long) i));
                }
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> {
                if (isDeep(each)) {
                    known(each, place.at(key));
                }
            });
        }
    }

    private static boolean isDeep(Object value) {
        return value instanceof UnknownValue || value instanceof List || value instanceof Map;
    }
}
