package org.rulebatch.report.entry;

import java.util.Locale;
import org.rulebatch.requirement.Finding;

/**
 * What a check of the decision had to say.
 *
 * @param severity {@code error}, {@code warning} or {@code note}
 */
public record FindingEntry(String severity, String id, String place, String message, String hint) {

    static FindingEntry of(Finding finding) {
        return new FindingEntry(
                finding.severity().name().toLowerCase(Locale.ROOT),
                finding.id(),
                finding.place(),
                finding.message(),
                finding.hint());
    }
}
