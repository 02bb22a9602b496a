package org.rulebatch.batch;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rulebatch.report.entry.ServiceTest;

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

    /** Whether there were checks and not one could be decided, by no fault of their own: nothing was tested. */
    public boolean isBlank() {
        int checks =
                services.values().stream().mapToInt(ServiceTest::checksCount).sum();
        int decided = services.values().stream()
                .mapToInt(test -> test.passed() + test.failed() + test.skipped())
                .sum();
        return checks > 0 && decided == 0 && isSuccess();
    }
}
