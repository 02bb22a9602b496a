package org.rulebatch.batch;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rulebatch.engine.testing.ServiceTest;

/**
 * What a test of a run's rules came to.
 *
 * @param services by name, those with a rule file
 * @param whole false if a stop was asked for before all batches were tested
 */
public record TestedRun(SortedMap<String, ServiceTest> services, boolean whole) {

    public TestedRun {
        services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
    }

    /** Whether no rule file has an error of its own. */
    public boolean isSuccess() {
        return services.values().stream().allMatch(ServiceTest::success);
    }
}
