package org.rulebatch.engine.scan;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.rulebatch.files.Sha256;

/**
 * Gives each finding of a scan a name: the same in every scan, and no other's; resources without a name are counted. The findings of
 * an account come one after another.
 */
final class Uids {

    private final Map<String, Integer> seen = new HashMap<>();
    private String last = "";

    String of(VerdictJson verdict) {
        if (!verdict.account().equals(last)) {
            seen.clear();
            last = verdict.account();
        }
        String account = verdict.account().isEmpty() ? "-" : verdict.account();
        String uid = String.join("/", verdict.ruleId(), account, verdict.region(), verdict.resource());
        int times = seen.merge(uid, 1, Integer::sum);
        return times == 1 ? uid : uid + "#" + times;
    }

    /** A name as a fingerprint, which shows nothing of the account. */
    static String fingerprint(String uid) {
        return Sha256.hex(uid.getBytes(StandardCharsets.UTF_8));
    }
}
