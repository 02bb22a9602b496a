package org.rulebatch.prove;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rulebatch.language.Clue;

/** Gives places that are compared with each other a value that both can have. */
final class Joins {

    private final Map<String, String> leaders = new HashMap<>();

    Joins(List<Clue> clues) {
        for (Clue clue : clues) {
            List<String> places = joined(clue);
            for (String place : places) {
                leaders.put(leader(place), leader(places.get(0)));
            }
        }
    }

    /** The value that the places of a statement share; empty where they are not compared with each other. */
    Optional<Object> value(Clue clue, Realistic realistic) {
        if (clue.places().contains("account")) {
            return Optional.of(Moment.ACCOUNT);
        }
        if (clue.places().contains("region")) {
            return Optional.of(Moment.REGION);
        }
        List<String> places = joined(clue);
        return places.size() < 2 ? Optional.empty() : Optional.of(realistic.text(name(leader(places.get(0))), 1));
    }

    private static List<String> joined(Clue clue) {
        List<String> places = new ArrayList<>(clue.places());
        places.removeIf(place -> place.startsWith("params.") || !place.contains("."));
        // The judged item says what the value is called; further lists refer to it.
        places.sort(Comparator.comparing(place -> !place.startsWith("item.")));
        return places.size() < 2 ? List.of() : places;
    }

    private String leader(String place) {
        String at = place;
        while (leaders.containsKey(at) && !leaders.get(at).equals(at)) {
            at = leaders.get(at);
        }
        return at;
    }

    /** The last member of a place. */
    private static String name(String place) {
        String plain = place.replace("[]", "").replaceAll("[\"\\]]", "");
        return plain.substring(Math.max(plain.lastIndexOf('.'), plain.lastIndexOf('[')) + 1);
    }
}
