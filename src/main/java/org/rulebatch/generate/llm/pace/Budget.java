package org.rulebatch.generate.llm.pace;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulebatch.generate.llm.cost.Usage;

/**
 * What a run may spend, over all of its attempts. A call is made only if even its dearest outcome stays within; while others are
 * under way, it waits for what they really cost. Thread-safe.
 */
public final class Budget {

    private final Caps caps;
    private final Price price;
    private final CallGate gate;
    private BigDecimal spent;
    private BigDecimal reserved = BigDecimal.ZERO;
    private long requests;
    private int underWay;

    /**
     * The most that a run may spend.
     *
     * @param cost in US dollars, or null
     * @param requests sent to the server, or null
     */
    public record Caps(@Nullable BigDecimal cost, @Nullable Integer requests) {
        static final Caps NONE = new Caps(null, null);
    }

    /** The price of usage; zero where it is not known. */
    @FunctionalInterface
    public interface Price {
        BigDecimal of(Usage usage);
    }

    /** What is set aside for one call, until it is known. */
    final class Reservation implements AutoCloseable {
        private final BigDecimal most;
        private BigDecimal cost = BigDecimal.ZERO;

        private Reservation(BigDecimal most) {
            this.most = most;
        }

        public void used(Usage usage) {
            cost = price.of(usage);
        }

        @Override
        public void close() {
            release(most, cost);
        }
    }

    public Budget(Caps caps, Price price, BigDecimal spent, long requests, CallGate gate) {
        this.caps = caps;
        this.price = price;
        this.spent = spent;
        this.requests = requests;
        this.gate = gate;
    }

    /**
     * Sets aside the most that a call can use.
     *
     * @throws org.rulebatch.generate.RunHaltedException if the run may not spend it
     */
    synchronized Reservation reserve(Usage most) {
        if (isUsedUp()) {
            throw gate.close(usedUp());
        }
        BigDecimal cost = price.of(most);
        while (isBeyond(cost)) {
            if (underWay == 0) {
                throw gate.close(tooDear());
            }
            await();
        }
        reserved = reserved.add(cost);
        requests++;
        underWay++;
        return new Reservation(cost);
    }

    /**
     * Sets aside, for good, the most that a request can use.
     *
     * @return why the run may not spend it; empty if it may
     */
    public synchronized Optional<String> take(Usage most) {
        if (isUsedUp()) {
            return Optional.of(usedUp());
        }
        BigDecimal cost = price.of(most);
        if (isBeyond(cost)) {
            return Optional.of(tooDear());
        }
        reserved = reserved.add(cost);
        requests++;
        return Optional.empty();
    }

    /** Counts what was used without having been set aside here. */
    public synchronized void used(Usage usage) {
        spent = spent.add(price.of(usage));
    }

    private boolean isUsedUp() {
        Integer most = caps.requests();
        return most != null && requests >= most;
    }

    private String usedUp() {
        return "--max-requests: the run has sent its " + caps.requests()
                + " requests; resume it with a higher limit. What was answered is kept";
    }

    private String tooDear() {
        return "--max-cost: the run has cost $" + spent.setScale(4, RoundingMode.HALF_UP)
                + " and its next call could take it beyond $" + caps.cost()
                + "; resume it with a higher limit. What was answered is kept";
    }

    private boolean isBeyond(BigDecimal cost) {
        return caps.cost() != null && spent.add(reserved).add(cost).compareTo(caps.cost()) > 0;
    }

    private void await() {
        gate.check();
        try {
            wait(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw gate.close("interrupted");
        }
    }

    private synchronized void release(BigDecimal most, BigDecimal cost) {
        reserved = reserved.subtract(most);
        spent = spent.add(cost);
        underWay--;
        notifyAll();
    }
}
