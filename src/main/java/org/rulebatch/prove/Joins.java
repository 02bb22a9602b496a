package org.rulebatch.prove;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.rulebatch.language.Clue;

/** Gives places that are compared with each other a value that both can have. */
final class Joins {

    /** Values that can be chosen where all places must differ. */
    private static final int MOST = 4;

    private final Map<String, String> leaders = new HashMap<>();

    Joins(List<Clue> clues) {
        for (Clue clue : clues) {
            List<String> places = joined(clue);
            if (!isPart(clue)) {
                for (String place : places) {
                    leaders.put(leader(place), leader(places.get(0)));
                }
            }
        }
    }

    /**
     * The values that the places of a statement share; empty where they are not compared with each other.
     *
     * @param place one of the statement's
     */
    List<Object> values(Clue clue, String place, Realistic realistic) {
        if (clue.places().contains("account")) {
            return List.of(Moment.ACCOUNT);
        }
        if (clue.places().contains("region")) {
            return List.of(Moment.REGION);
        }
        List<String> places = joined(clue);
        if (places.size() < 2) {
            return List.of();
        }
        return IntStream.rangeClosed(1, different(clue, place))
                .<Object>mapToObj(
                        count -> isPart(clue) ? part(clue, place, count, realistic) : text(place, count, realistic))
                .toList();
    }

    /** How many values may have to differ: where they must, as many as there are places that are compared. */
    private int different(Clue clue, String place) {
        if (!clue.functions().contains("_!=_")) {
            return 2;
        }
        String leader = leader(place);
        long places = leaders.keySet().stream()
                .filter(each -> leader(each).equals(leader))
                .count();
        return (int) Math.max(2, Math.min(places, MOST));
    }

    private String text(String place, int count, Realistic realistic) {
        return realistic.text(name(leader(place)), count);
    }

    /** Whether one of the places is to be a part of the other. */
    private static boolean isPart(Clue clue) {
        return joined(clue).size() == 2
                && (clue.functions().contains("contains")
                        || clue.functions().contains("endsWith")
                        || clue.functions().contains("startsWith"));
    }

    /** The value of the part, or of the whole around it with the constants between which it stands. */
    private String part(Clue clue, String place, int count, Realistic realistic) {
        List<String> places = new ArrayList<>(clue.places());
        places.removeIf(each -> !joined(clue).contains(each));
        String part = text(places.get(1), count, realistic);
        if (!place.equals(places.get(0))) {
            return part;
        }
        List<String> around = clue.literals().stream()
                .filter(String.class::isInstance)
                .map(Object::toString)
                .toList();
        String before = around.isEmpty() ? "" : around.get(0);
        String after = around.size() < 2 ? "" : around.get(1);
        String head = before.startsWith(":") ? realistic.head(name(place)) : "";
        String tail = clue.functions().contains("contains") && after.endsWith(":") ? "*" : "";
        return (clue.functions().contains("startsWith") ? "" : head) + before + part + after + tail;
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
