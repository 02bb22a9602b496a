package org.rulebatch.batch.accounts;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rulebatch.engine.Engine;
import org.rulebatch.engine.Geography;
import org.rulebatch.engine.Programs;
import org.rulebatch.engine.ReadClient;
import org.rulebatch.engine.RunResult;
import org.rulebatch.engine.scan.VerdictJson;
import org.rulebatch.ruleyaml.CheckParameters;

/**
 * Executes the checks of a part. Thread-safe.
 *
 * @param programs the checks, compiled once for all accounts
 * @param callsAtOnce of one part
 */
record PartScanner(AccountClients clients, Geography geography, Programs programs, Clock clock, int callsAtOnce) {

    /** @throws UnreachableException if nobody can look at the account */
    PartResult scan(Part part) {
        ReadClient client = clients.of(part.account());
        if (part.regions().isEmpty()) {
            throw new UnreachableException(
                    "its regions cannot be read (ec2.describe_regions); name them with --regions");
        }
        Engine engine = new Engine(client, geography, programs, clock, callsAtOnce, CheckParameters.NONE);
        Instant time = clock.instant();
        RunResult result = engine.run(part.documents(), part.regions());
        List<VerdictJson> verdicts = result.verdicts()
                .map(verdict -> VerdictJson.of(verdict, Optional.of(part.account()), time))
                .toList();
        return new PartResult(part.account(), part.region(), "", result.calls(), verdicts);
    }
}
