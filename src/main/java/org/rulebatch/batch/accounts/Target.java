package org.rulebatch.batch.accounts;

import java.util.List;

/**
 * An account that is to be looked at.
 *
 * @param account its id, twelve digits
 * @param regions to look at; none where they could not be found out
 */
record Target(String account, List<String> regions) {

    Target {
        regions = List.copyOf(regions);
    }

    /** Whether somebody has to find out which regions it has. */
    boolean isOpen() {
        return regions.isEmpty();
    }
}
