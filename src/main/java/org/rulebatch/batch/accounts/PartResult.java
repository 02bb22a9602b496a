package org.rulebatch.batch.accounts;

import java.util.List;
import org.rulebatch.engine.scan.VerdictJson;

/**
 * What came of a part.
 *
 * @param problem why nobody could look; empty where the part is done
 * @param calls how many distinct reads were made
 */
record PartResult(String account, String region, String problem, int calls, List<VerdictJson> verdicts) {

    PartResult {
        verdicts = List.copyOf(verdicts);
    }

    /** What is kept of a part that nobody could look at. */
    static PartResult unreachable(Part part, String problem) {
        return new PartResult(part.account(), part.region(), problem, 0, List.of());
    }

    boolean isDone() {
        return problem.isEmpty();
    }
}
