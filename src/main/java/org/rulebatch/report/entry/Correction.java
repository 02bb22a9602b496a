package org.rulebatch.report.entry;

import java.util.List;

/**
 * What was changed in a rule file because of an error.
 *
 * @param discovery its id
 * @param rules the ids of the rules that it concerns
 * @param change for people: {@code MaxResults: 50 -> 20}
 * @param because the error's message
 */
public record Correction(String discovery, List<String> rules, String change, String because) {

    public Correction {
        rules = List.copyOf(rules);
    }
}
