package org.rulebatch.lint;

import java.util.List;

/**
 * What was checked.
 *
 * @param files all of them, sorted, also those without a finding
 */
public record CheckedFiles(List<String> files, List<FileFinding> findings) {

    public CheckedFiles {
        files = List.copyOf(files);
        findings = List.copyOf(findings);
    }

    public boolean isClean() {
        return findings.stream().noneMatch(each -> each.finding().isError());
    }
}
