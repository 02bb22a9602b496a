package org.rulebatch.batch.accounts;

import java.time.Clock;
import java.util.List;
import org.rulebatch.engine.Geography;
import org.rulebatch.engine.Programs;
import org.rulebatch.ruleyaml.RuleDocument;

/** The checks of a scan over accounts: compiled once, divided into those of an account and those of a region. */
public final class Checks {

    private final Parts parts;
    private final Geography geography;
    private final Programs programs;
    private final int callsAtOnce;

    /**
     * @param documents with the values of their parameters
     * @param region any that is looked at
     * @param callsAtOnce of one part
     */
    public Checks(
            List<RuleDocument> documents, Geography geography, String region, Programs programs, int callsAtOnce) {
        this.parts = new Parts(documents, geography, region);
        this.geography = geography;
        this.programs = programs;
        this.callsAtOnce = callsAtOnce;
    }

    Parts parts() {
        return parts;
    }

    PartScanner scanner(AccountClients clients, Clock clock) {
        return new PartScanner(clients, geography, programs, clock, callsAtOnce);
    }
}
