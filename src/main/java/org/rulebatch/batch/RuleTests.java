package org.rulebatch.batch;

import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rulebatch.batch.repository.StopSignal;
import org.rulebatch.batch.step.Progress;
import org.rulebatch.batch.step.Run;
import org.rulebatch.engine.testing.RuleTester;
import org.rulebatch.engine.testing.TestedBatch;
import org.rulebatch.report.entry.ServiceTest;

/** Tests the rules of a run, batch after batch, until a stop is asked for. */
final class RuleTests {

    private final Run run;
    private final RuleTester tester;
    private final StopSignal stop;
    private final Progress progress;
    private final SortedMap<String, ServiceTest> results = new TreeMap<>();

    RuleTests(Run run, RuleTester tester, StopSignal stop, Progress progress) {
        this.run = run;
        this.tester = tester;
        this.stop = stop;
        this.progress = progress;
    }

    boolean isStopped() {
        return stop.isRequested();
    }

    /** Tests one batch; its results are in its folder when this returns. */
    void test(int number) throws IOException {
        Map<String, ServiceTest> tested = new TestedBatch(run.output(), run.batch(number), run.folder()).test(tester);
        results.putAll(tested);
        int checks = tested.values().stream().mapToInt(ServiceTest::checksCount).sum();
        int errors =
                tested.values().stream().mapToInt(test -> test.errors().size()).sum();
        long demoted = tested.values().stream()
                .mapToLong(test -> test.demoted().size())
                .sum();
        progress.batchTested(
                number,
                checks + " checks, " + errors + " errors"
                        + (demoted == 0 ? "" : ", " + demoted + " rules left to a person"));
    }

    /** What came of it so far, by service. */
    SortedMap<String, ServiceTest> results() {
        return results;
    }
}
