package org.rulebatch.language.policy;

import java.util.List;
import java.util.Locale;

/**
 * What the patterns of an element stand for, or for NotAction and NotResource all the rest.
 *
 * @param patterns the patterns; those of actions in lower case
 * @param allBut whether everything but the patterns is meant
 */
record Patterns(List<String> patterns, boolean allBut) {

    Patterns {
        patterns = List.copyOf(patterns);
    }

    /** As keys and actions are compared. */
    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Whether everything that the pattern stands for is among these. */
    boolean covers(String pattern) {
        return allBut
                ? patterns.stream().noneMatch(each -> Glob.overlaps(each, pattern))
                : patterns.stream().anyMatch(each -> Glob.covers(each, pattern));
    }

    /** Whether everything that the others stand for is among these. */
    boolean covers(Patterns others) {
        if (!others.allBut) {
            return others.patterns.stream().allMatch(this::covers);
        }
        return allBut
                ? patterns.stream().allMatch(each -> others.patterns.stream().anyMatch(o -> Glob.covers(o, each)))
                : covers("*");
    }

    /** Whether something that the pattern stands for is among these. */
    boolean overlaps(String pattern) {
        return allBut
                ? patterns.stream().noneMatch(each -> Glob.covers(each, pattern))
                : patterns.stream().anyMatch(each -> Glob.overlaps(each, pattern));
    }
}
