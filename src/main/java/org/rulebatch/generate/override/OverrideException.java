package org.rulebatch.generate.override;

import java.util.List;
import org.rulebatch.requirement.Finding;

/** A file of a decision that cannot be used; the message names each place as {@code file:line}. */
public final class OverrideException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    OverrideException(List<Finding> findings) {
        super(findings.stream()
                .map(finding -> finding.place() + ": " + finding.message())
                .reduce((left, right) -> left + "\n" + right)
                .orElse(""));
        this.findings = List.copyOf(findings);
    }

    /** At least one. */
    public List<Finding> findings() {
        return findings;
    }
}
