package org.rulebatch.generate.llm.pace;

import io.github.bucket4j.Bandwidth;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.rulebatch.generate.RunHaltedException;
import org.rulebatch.generate.llm.http.ServerLimits;

/**
 * The one limiter of a process: calls in flight, requests and tokens a minute, of which others may take as well. What the server says
 * of its own limits lowers them, and while it wants to be left alone nobody asks. Thread-safe.
 */
public final class Pace implements ServerLimits {

    /** So much may be used at once of what a minute gives: a burst beyond it would be turned away. */
    private static final int BURSTS_A_MINUTE = 60;

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final Halt halt;
    private final Semaphore slots;
    private final Rate requests;
    private final Rate tokens;
    private final AtomicLong pausedUntil = new AtomicLong(System.nanoTime());
    private final LongAdder waited = new LongAdder();

    public Pace(Limits limits, Halt halt) {
        this(limits, Quota.ofThisProcess(), "", halt);
    }

    /** @param server what the limits are the limits of; who asks it too shares them, as far as the quota is shared */
    public Pace(Limits limits, Quota quota, String server, Halt halt) {
        this.halt = halt;
        this.slots = new Semaphore(limits.inFlight(), true);
        this.requests = new Rate(quota, "requests " + server, limits.requestsPerMinute());
        this.tokens = new Rate(quota, "tokens " + server, limits.tokensPerMinute());
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
        private final Quota.Account account;
        private final Lock next = new ReentrantLock(true);

        Rate(Quota quota, String name, int perMinute) {
            this.perMinute = new AtomicInteger(perMinute);
            this.account = quota.account(name, bandwidth(perMinute));
        }

        /** One at a time asks the account, which may be elsewhere, and not before there can be something on it. */
        void take(long count, Halt halt) {
            try {
                next.lockInterruptibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RunHaltedException("interrupted");
            }
            try {
                long wait;
                while ((wait = account.take(Math.min(count, capacity(perMinute.get())))) > 0) {
                    long until = System.nanoTime() + wait;
                    while (until - System.nanoTime() > 0) {
                        halt.sleep(until - System.nanoTime());
                    }
                }
                halt.check();
            } finally {
                next.unlock();
            }
        }

        void lower(int limit) {
            int known = perMinute.get();
            if (limit > 0 && limit < known && perMinute.compareAndSet(known, limit)) {
                account.limit(bandwidth(limit));
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
