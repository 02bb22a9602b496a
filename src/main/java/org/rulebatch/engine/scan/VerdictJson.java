package org.rulebatch.engine.scan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rulebatch.engine.Evidence;
import org.rulebatch.engine.Verdict;
import org.rulebatch.ruleyaml.Check;

/**
 * A verdict as data.
 *
 * @param evidence what a FAIL found; empty for the others
 * @param expected what a compliant resource shows, for a FAIL
 * @param account empty if it is not known
 * @param scannedAt when the run began, ISO 8601
 */
public record VerdictJson(
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

    private static final int MOST_IN_WORDS = 8;

    public VerdictJson {
        evidence = List.copyOf(evidence);
    }

    /**
     * A verdict of a scan.
     *
     * @param account empty if it is not known
     * @param time when the scan began
     */
    public static VerdictJson of(Verdict verdict, Optional<String> account, Instant time) {
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

    /** That nothing is known of a check, such as where nobody could look. */
    public static VerdictJson unknown(
            String service, Check check, String region, String reason, String account, String time) {
        Verdict verdict = new Verdict(service, check, Verdict.Status.UNKNOWN, region, "", reason, Evidence.NONE);
        return of(verdict, Optional.of(account), Instant.parse(time));
    }

    /** The status as the engine names it. */
    public Verdict.Status state() {
        return Verdict.Status.valueOf(status);
    }

    /** The values of a failure, for people; empty where none was read. */
    public String found() {
        return evidence.stream().limit(MOST_IN_WORDS).map(EvidenceJson::words).collect(Collectors.joining(", "))
                + (evidence.size() > MOST_IN_WORDS ? " and " + (evidence.size() - MOST_IN_WORDS) + " more" : "");
    }
}
