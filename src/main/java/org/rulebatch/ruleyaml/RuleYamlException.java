package org.rulebatch.ruleyaml;

import java.util.List;
import java.util.stream.Collectors;
import org.rulebatch.requirement.Finding;

/** A rule file that cannot be used; the message has a line for each finding, with its place. */
public final class RuleYamlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    RuleYamlException(List<Finding> findings) {
        super(findings.stream()
                .map(finding -> finding.place() + ": " + finding.message())
                .collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    /** At least one. */
    public List<Finding> findings() {
        return findings;
    }
}
