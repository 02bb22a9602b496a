package org.rulebatch.engine.scan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rulebatch.engine.Verdict;

/**
 * A verdict as data.
 *
 * @param evidence what a FAIL found; empty for the others
 * @param expected what a compliant resource shows, for a FAIL
 * @param account empty if it is not known
 * @param scannedAt when the run began, ISO 8601
 */
record VerdictJson(
        String ruleId,
        String title,
        String severity,
        String service,
        String status,
        String region,
        String resource,
        String reason,
        List<EvidenceJson> evidence,
        String expected,
        String account,
        String scannedAt) {

    static VerdictJson of(Verdict verdict, Optional<String> account, Instant time) {
        return new VerdictJson(
                verdict.check().ruleId(),
                verdict.check().title(),
                verdict.check().severity(),
                verdict.service(),
                verdict.status().name(),
                verdict.region(),
                verdict.resource(),
                verdict.reason(),
                EvidenceJson.of(verdict.evidence()),
                verdict.evidence().expected(),
                account.orElse(""),
                time.toString());
    }
}
