package org.rulebatch.knowledge;

import java.util.HashMap;
import java.util.Map;
import org.rulebatch.catalog.Nearest;
import org.rulebatch.knowledge.Comparison.Place;
import org.rulebatch.language.Syntax;

/** What the names of an expression stand for: {@code item}, and the names that loops give to elements. */
record Names(Map<String, Place> places) {

    Names {
        places = Map.copyOf(places);
    }

    /** @param items the path that {@code item} stands for; empty for the whole answer */
    static Names ofItem(String items) {
        return new Names(Map.of("item", new Place(items, null, false)));
    }

    /** These, and a name for the elements of a list. */
    Names with(String name, Place list) {
        Map<String, Place> inner = new HashMap<>(places);
        inner.put(name, list.elements("[]"));
        return new Names(inner);
    }

    /**
     * Where the value stands that is written so.
     *
     * @throws IllegalArgumentException if it is no place in an answer
     */
    Place place(Syntax e) {
        if (e instanceof Syntax.Name name) {
            return named(name.name());
        }
        if (e instanceof Syntax.Member member && !member.asks()) {
            return place(member.of()).then(member.name());
        }
        if (e instanceof Syntax.Call call && call.is("_[_]", 2)) {
            return entry(place(call.argument(0)), call.argument(1));
        }
        throw unknown();
    }

    private Place named(String name) {
        Place place = places.get(name);
        if (place == null) {
            String near = Nearest.to(name, places.keySet())
                    .map(known -> "; did you mean " + known + "?")
                    .orElse("");
            throw new IllegalArgumentException("no variable '" + name + "'" + near);
        }
        return place;
    }

    /** An entry of a map, by a literal key or by the name that goes through the keys. */
    private Place entry(Place map, Syntax key) {
        if (key instanceof Syntax.Literal literal) {
            return new Place(map.path() + "{}", String.valueOf(literal.value()), true);
        }
        Place of = key instanceof Syntax.Name name ? places.get(name.name()) : null;
        if (of != null && of.path().equals(map.path() + "[]")) {
            return map.elements("{}");
        }
        throw unknown();
    }

    static IllegalArgumentException unknown() {
        return new IllegalArgumentException(
                "this is more than comparisons of fields with values: name the telling field with path,"
                        + " and it is taken as a whole check");
    }
}
