package org.rulebatch.generate.llm;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TokensInheritanceStrategy;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * The one limiter of a process: calls in flight, requests and tokens a minute. What the server says of its own limits lowers
 * them, and while it wants to be left alone nobody asks. Thread-safe.
 */
final class Pace implements ServerLimits {

    /** So much may be used at once of what a minute gives: a burst beyond it would be turned away. */
    private static final int BURSTS_A_MINUTE = 60;

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final Halt halt;
    private final Semaphore slots;
    private final Rate requests;
    private final Rate tokens;
    private final AtomicLong pausedUntil = new AtomicLong(System.nanoTime());
    private final LongAdder waited = new LongAdder();

    Pace(Limits limits, Halt halt) {
        this.halt = halt;
        this.slots = new Semaphore(limits.inFlight(), true);
        this.requests = new Rate(limits.requestsPerMinute());
        this.tokens = new Rate(limits.tokensPerMinute());
    }

    /** The right to make one call; to be closed when it has ended. */
    record Slot(Semaphore of) implements AutoCloseable {
        @Override
        public void close() {
            of.release();
        }
    }

    /** Waits until a call may be made that uses about so many tokens. */
    Slot enter(long estimated) {
        long begun = System.nanoTime();
        awaitSlot();
        boolean entered = false;
        try {
            awaitPause();
            requests.take(1, halt);
            tokens.take(estimated, halt);
            awaitPause();
            entered = true;
            return new Slot(slots);
        } finally {
            waited.add(System.nanoTime() - begun);
            if (!entered) {
                slots.release();
            }
        }
    }

    /** How long calls have waited here, all together. */
    Duration waited() {
        return Duration.ofNanos(waited.sum());
    }

    /** Lets nobody ask for so long. */
    void pause(Duration wait) {
        Duration bounded = wait.compareTo(LONGEST_PAUSE) < 0 ? wait : LONGEST_PAUSE;
        long until = System.nanoTime() + bounded.toNanos();
        pausedUntil.accumulateAndGet(until, (known, next) -> next - known > 0 ? next : known);
    }

    @Override
    public void seen(HttpHeaders headers) {
        seen(headers, "requests", requests);
        seen(headers, "tokens", tokens);
    }

    private void seen(HttpHeaders headers, String what, Rate rate) {
        headers.firstValue("x-ratelimit-limit-" + what)
                .filter(value -> value.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .ifPresent(rate::lower);
        String remaining = headers.firstValue("x-ratelimit-remaining-" + what).orElse("");
        if (remaining.equals("0")) {
            headers.firstValue("x-ratelimit-reset-" + what).map(Resets::parse).ifPresent(this::pause);
        }
    }

    private void awaitSlot() {
        try {
            while (!slots.tryAcquire(50, TimeUnit.MILLISECONDS)) {
                halt.check();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw halt.now("interrupted");
        }
    }

    private void awaitPause() {
        long left;
        while ((left = pausedUntil.get() - System.nanoTime()) > 0) {
            halt.sleep(left);
        }
    }

    /** So many of something a minute, evenly. */
    private static final class Rate {
        private final AtomicInteger perMinute;
        private final Bucket bucket;

        Rate(int perMinute) {
            this.perMinute = new AtomicInteger(perMinute);
            this.bucket = Bucket.builder().addLimit(bandwidth(perMinute)).build();
        }

        void take(long count, Halt halt) {
            while (true) {
                ConsumptionProbe probe =
                        bucket.tryConsumeAndReturnRemaining(Math.min(count, capacity(perMinute.get())));
                if (probe.isConsumed()) {
                    halt.check();
                    return;
                }
                halt.sleep(probe.getNanosToWaitForRefill());
            }
        }

        void lower(int limit) {
            int known = perMinute.get();
            if (limit > 0 && limit < known && perMinute.compareAndSet(known, limit)) {
                BucketConfiguration lower =
                        BucketConfiguration.builder().addLimit(bandwidth(limit)).build();
                bucket.replaceConfiguration(lower, TokensInheritanceStrategy.PROPORTIONALLY);
            }
        }

        private static Bandwidth bandwidth(int perMinute) {
            return Bandwidth.builder()
                    .capacity(capacity(perMinute))
                    .refillGreedy(perMinute, Duration.ofMinutes(1))
                    .build();
        }

        private static long capacity(int perMinute) {
            return Math.max(1, perMinute / BURSTS_A_MINUTE);
        }
    }
}
