package org.rulebatch.engine.scan;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.rulebatch.engine.Verdict;
import org.rulebatch.files.Sha256;

/** Gives each finding of a scan a name: the same in every scan, and no other's; resources without a name are counted. */
final class Uids {

    private final Optional<String> account;
    private final Map<String, Integer> seen = new HashMap<>();

    /** @param account empty if it is not known */
    Uids(Optional<String> account) {
        this.account = account;
    }

    String of(Verdict verdict) {
        String uid =
                String.join("/", verdict.check().ruleId(), account.orElse("-"), verdict.region(), verdict.resource());
        int times = seen.merge(uid, 1, Integer::sum);
        return times == 1 ? uid : uid + "#" + times;
    }

    /** A name as a fingerprint, which shows nothing of the account. */
    static String fingerprint(String uid) {
        return Sha256.hex(uid.getBytes(StandardCharsets.UTF_8));
    }
}
