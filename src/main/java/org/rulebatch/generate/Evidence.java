package org.rulebatch.generate;

import java.util.List;

/**
 * What is known that may decide a rule.
 *
 * @param leads facts first, then fields that no fact speaks of; each the best first
 * @param gaps reasons why no read API says what the rule may be about
 */
public record Evidence(List<Lead> leads, List<String> gaps) {

    public static final Evidence NONE = new Evidence(List.of(), List.of());

    public Evidence {
        leads = List.copyOf(leads);
        gaps = List.copyOf(gaps);
    }
}
