package org.rulebatch.knowledge;

import java.util.List;
import java.util.stream.Collectors;
import org.rulebatch.requirement.Finding;

/** A file of a person's own knowledge that cannot be used; the message has a line for each finding. */
public final class KnowledgeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public KnowledgeException(List<Finding> findings) {
        super(findings.stream().map(KnowledgeException::line).collect(Collectors.joining(System.lineSeparator())));
    }

    private static String line(Finding finding) {
        String hint = finding.hint().isEmpty() ? "" : "; " + finding.hint();
        return finding.place() + ": " + finding.message() + hint;
    }
}
