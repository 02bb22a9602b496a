package org.rulebatch.validate;

import java.util.List;
import org.rulebatch.requirement.Finding;
import org.rulebatch.requirement.Requirement;

/**
 * A requirement after the checks, with what was unambiguous corrected.
 *
 * @param fields what the catalog says about each condition's field, in the order of the conditions
 */
public record ValidatedRequirement(Requirement requirement, List<FieldCheck> fields, List<Finding> findings) {

    public ValidatedRequirement {
        fields = List.copyOf(fields);
        findings = List.copyOf(findings);
    }

    /** Whether no finding keeps the rule from being automated. */
    public boolean isValid() {
        return findings.stream().noneMatch(Finding::isError);
    }
}
