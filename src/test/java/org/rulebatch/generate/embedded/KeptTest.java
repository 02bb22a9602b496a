package org.rulebatch.generate.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Ensures that a value is made once however many threads ask, and that the oldest goes when there is no room. */
final class KeptTest {

    private static final int THREADS = 8;

    private final AtomicInteger made = new AtomicInteger();

    @Test
    void makesAValueOnceForAllThreads() throws Exception {
        Kept<String, Object> kept = new Kept<>(2);
        CyclicBarrier together = new CyclicBarrier(THREADS);
        Callable<Object> asking = () -> {
            together.await();
            return kept.get("a", key -> {
                made.incrementAndGet();
                return new Object();
            });
        };

        List<Object> values = inThreads(asking);

        assertThat(made).hasValue(1);
        assertThat(values).hasSize(THREADS).containsOnly(values.get(0));
    }

    @Test
    void forgetsWhatWasUsedLongestAgo() {
        Kept<String, Integer> kept = new Kept<>(2);
        kept.get("a", this::make);
        kept.get("b", this::make);
        kept.get("a", this::make);

        kept.get("c", this::make);

        assertThat(kept.get("a", this::make)).isEqualTo(1);
        assertThat(kept.get("b", this::make)).isEqualTo(4);
    }

    @Test
    void triesAgainAfterAFailure() {
        Kept<String, Integer> kept = new Kept<>(2);

        assertThatThrownBy(() -> kept.get("a", key -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(kept.get("a", this::make)).isEqualTo(1);
    }

    private Integer make(String key) {
        return made.incrementAndGet();
    }

    private static List<Object> inThreads(Callable<Object> task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Object> values = new ArrayList<>();
            List<Future<Object>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                running.add(threads.submit(task));
            }
            for (Future<Object> each : running) {
                values.add(each.get());
            }
            return values;
        } finally {
            threads.shutdownNow();
        }
    }
}
