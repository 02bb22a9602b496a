package org.rulebatch.engine.scan;

import org.rulebatch.engine.Verdict;

/** A verdict as a flat record of texts. */
record VerdictJson(
        String ruleId,
        String title,
        String severity,
        String service,
        String status,
        String region,
        String resource,
        String reason) {

    static VerdictJson of(Verdict verdict) {
        return new VerdictJson(
                verdict.check().ruleId(),
                verdict.check().title(),
                verdict.check().severity(),
                verdict.service(),
                verdict.status().name(),
                verdict.region(),
                verdict.resource(),
                verdict.reason());
    }
}
