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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one limiter of a process: calls in flight, requests and tokens a minute, of which others may take as well. What the server says
 * of its own limits lowers them, and while it wants to be left alone nobody asks. Thread-safe.
 */
public final class Pace implements ServerLimits {

    /** So much may be used at once of what a minute gives: a burst beyond it would be turned away. */
    private static final int BURSTS_A_MINUTE = 60;

    /** So much of a minute's limit is left unused, for what is sent later than it was taken from the account. */
    private static final int SPARE = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Pace.class);

    /** Shorter pauses are not worth a word. */
    private static final Duration WORTH_SAYING = Duration.ofSeconds(10);

    private final CallGate gate;
    private final Semaphore slots;
    private final Rate requests;
    private final Rate tokens;
    private final AtomicLong pausedUntil = new AtomicLong(System.nanoTime());
    private final LongAdder waited = new LongAdder();

    public Pace(Limits limits, CallGate gate) {
        this(limits, Quota.ofThisProcess(), "", gate);
    }

    /** @param server what the limits are the limits of; who asks it too shares them, as far as the quota is shared */
    public Pace(Limits limits, Quota quota, String server, CallGate gate) {
        this.gate = gate;
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
            requests.take(1, gate);
            tokens.take(estimated, gate);
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

    /** Lets nobody ask for so long; one that is longer than a run waits ends all asking. */
    void pause(Duration wait) {
        if (wait.compareTo(Refusals.LONGEST) > 0) {
            gate.close("The model's server asks to wait until " + Refusals.clock(wait) + ", longer than the "
                    + Refusals.LONGEST.toMinutes()
                    + " minutes that a run waits. A restart after that asks for what is missing");
            return;
        }
        long until = System.nanoTime() + wait.toNanos();
        long known = pausedUntil.getAndAccumulate(until, (before, next) -> next - before > 0 ? next : before);
        if (wait.compareTo(WORTH_SAYING) >= 0 && until - known > WORTH_SAYING.toNanos()) {
            LOG.warn(
                    "The model's server asks to wait until {}; Ctrl-C stops the run, and restart resumes it.",
                    Refusals.clock(wait));
        }
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
                gate.check();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw gate.close("interrupted");
        }
    }

    private void awaitPause() {
        long left;
        while ((left = pausedUntil.get() - System.nanoTime()) > 0) {
            gate.sleep(left);
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
        void take(long count, CallGate gate) {
            try {
                next.lockInterruptibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RunHaltedException("interrupted");
            }
            try {
                for (long left = count; left > 0; ) {
                    long part = Math.min(left, capacity(perMinute.get()));
                    awaitAccount(part, gate);
                    left -= part;
                }
                gate.check();
            } finally {
                next.unlock();
            }
        }

        private void awaitAccount(long part, CallGate gate) {
            long wait;
            while ((wait = account.take(part)) > 0) {
                long until = System.nanoTime() + wait;
                while (until - System.nanoTime() > 0) {
                    gate.sleep(until - System.nanoTime());
                }
            }
        }

        void lower(int limit) {
            int known = perMinute.get();
            if (limit > 0 && limit < known && perMinute.compareAndSet(known, limit)) {
                account.limit(bandwidth(limit));
            }
        }
    }

    /**
     * A limit a minute that no minute exceeds, wherever it begins: what may be taken at once, and what flows in within a minute, are
     * together no more than the limit.
     */
    static Bandwidth bandwidth(int perMinute) {
        long atOnce = capacity(perMinute);
        long flow = Math.max(1, perMinute - Math.max(atOnce, perMinute / SPARE));
        return Bandwidth.builder()
                .capacity(atOnce)
                .refillGreedy(flow, Duration.ofMinutes(1))
                .build();
    }

    private static long capacity(int perMinute) {
        return Math.max(1, perMinute / BURSTS_A_MINUTE);
    }
}
