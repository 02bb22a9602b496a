package org.rulebatch.validate;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulebatch.requirement.Finding;
import org.rulebatch.requirement.Requirement;
import org.rulebatch.ruleyaml.CheckPlan;

/**
 * A requirement after the checks, with what was unambiguous corrected.
 *
 * @param fields what the catalog says about each condition's field, in the order of the conditions, or about each field that
 *     expressions read
 * @param plan the reads that it needs; null where it is not valid
 */
public record ValidatedRequirement(
        Requirement requirement, List<FieldCheck> fields, List<Finding> findings, @Nullable CheckPlan plan) {

    public ValidatedRequirement {
        fields = List.copyOf(fields);
        findings = List.copyOf(findings);
    }

    /** The same with what the generator has to say before the findings. */
    public ValidatedRequirement with(List<Finding> notes) {
        return new ValidatedRequirement(
                requirement,
                fields,
                Stream.concat(notes.stream(), findings.stream()).toList(),
                plan);
    }

    /** Whether no finding keeps the rule from being automated. */
    public boolean isValid() {
        return findings.stream().noneMatch(Finding::isError);
    }
}
