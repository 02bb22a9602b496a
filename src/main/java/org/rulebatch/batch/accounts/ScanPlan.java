package org.rulebatch.batch.accounts;

import java.util.List;

/**
 * What a scan is about, written down before it begins, so that a restart does what is missing of the same.
 *
 * @param id of the scan
 * @param started when it began, ISO 8601: what ages of a first attempt are counted to
 * @param identity a hash of the options and rules; another one is another scan
 * @param targets in the order of their ids
 */
record ScanPlan(String id, String started, String identity, List<Target> targets) {

    ScanPlan {
        targets = List.copyOf(targets);
    }
}
