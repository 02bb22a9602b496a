package org.rulebatch.batch.accounts;

import java.util.List;
import org.rulebatch.ruleyaml.RuleDocument;

/**
 * What is done and kept in one go: the checks of an account as a whole, or those of one of its regions.
 *
 * @param region {@code global} for the account as a whole
 * @param regions to ask in: all of the account, or the one
 */
record Part(String account, String region, List<String> regions, List<RuleDocument> documents) {

    Part {
        regions = List.copyOf(regions);
        documents = List.copyOf(documents);
    }

    /** What its partition is called: {@code 111122223333:eu-west-1}. */
    String name() {
        return account + ":" + region;
    }
}
