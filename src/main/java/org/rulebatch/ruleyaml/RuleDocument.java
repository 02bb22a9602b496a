package org.rulebatch.ruleyaml;

import java.util.List;

/**
 * One service's rule file.
 *
 * @param discoveries parents before children
 * @param checks in the order of their rule ids
 */
public record RuleDocument(String service, List<Discovery> discoveries, List<Check> checks) {

    public RuleDocument {
        discoveries = List.copyOf(discoveries);
        checks = List.copyOf(checks);
    }
}
