package org.rulebatch.lint;

import org.rulebatch.requirement.Finding;

/** A finding and where it is; {@code line} counts from 1. */
public record FileFinding(String file, int line, Finding finding) {

    /** Takes {@code file:line} of a finding apart; one that names no line is about the file's first. */
    static FileFinding of(String file, Finding finding) {
        String place = finding.place();
        String line = place.startsWith(file + ":") ? place.substring(file.length() + 1) : "";
        return new FileFinding(file, line.matches("\\d{1,9}") ? Integer.parseInt(line) : 1, finding);
    }
}
