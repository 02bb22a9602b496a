package org.rulebatch.generate.llm.pace;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.rulebatch.generate.llm.chat.CallFailure;
import org.rulebatch.generate.llm.chat.CallFailure.Kind;

/**
 * Whether the server answers. One that has not answered once, or cannot be reached any more, ends the run as soon as a call has been
 * tried as often as it may. When hardly any call does, asking pauses and a few calls try again from time to time; when that has
 * gone on for long enough, the run is halted instead of failing rule after rule. Thread-safe.
 */
public final class Health {

    private static final int CALLS = 20;
    private static final int PROBES = 3;
    private static final float FAILURE_RATE = 90;

    /** So many rules may be refused before the run is taken for the reason. */
    private static final int MOST_REJECTED = 3;

    private static final String RESTART = "Check --llm.base-url and the server; a restart asks for what is missing";

    private final CircuitBreaker breaker;
    private final Duration giveUpAfter;
    private final CallGate gate;
    private final Refusals refusals = new Refusals(System::nanoTime);
    private final AtomicInteger rejected = new AtomicInteger();
    private final boolean answeredBefore;
    private volatile long failingSince;
    private volatile long lastAnswer;
    private volatile boolean answers;
    private volatile String lastFailure = "";

    /** @param answeredBefore whether earlier attempts of the run were answered */
    public Health(Duration giveUpAfter, boolean answeredBefore, CallGate gate) {
        this.answeredBefore = answeredBefore;
        this.giveUpAfter = giveUpAfter;
        this.gate = gate;
        this.breaker = CircuitBreaker.of(
                "model",
                CircuitBreakerConfig.custom()
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(CALLS)
                        .minimumNumberOfCalls(CALLS)
                        .failureRateThreshold(FAILURE_RATE)
                        .permittedNumberOfCallsInHalfOpenState(PROBES)
                        .waitDurationInOpenState(giveUpAfter.dividedBy(8).plusMillis(1))
                        .build());
        breaker.getEventPublisher().onStateTransition(event -> {
            switch (event.getStateTransition()) {
                case CLOSED_TO_OPEN -> failingSince = System.nanoTime();
                case HALF_OPEN_TO_OPEN -> giveUpIfSustained();
                default -> {}
            }
        });
    }

    /** Waits until a call may be tried. */
    void await() {
        while (!breaker.tryAcquirePermission()) {
            gate.sleep(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    void answered() {
        answers = true;
        lastAnswer = System.nanoTime();
        refusals.answered();
        breaker.onSuccess(0, TimeUnit.NANOSECONDS);
    }

    void failed(CallFailure failure) {
        lastFailure = String.valueOf(failure.getMessage());
        breaker.onError(0, TimeUnit.NANOSECONDS, failure);
    }

    /** The server wants to be asked more slowly: that says nothing about its health, but may take too long. */
    void turnedAway(CallFailure failure) {
        neither();
        Duration wait = failure.retryAfter();
        String end = refusals.refused(wait == null ? Duration.ZERO : wait);
        if (end != null) {
            gate.close(end);
        }
    }

    /**
     * Ends the run where a call that has been tried as often as it may shows that others would end as it did.
     *
     * @param begun when it was tried first, by {@link System#nanoTime}
     */
    void giveUpIfGone(CallFailure failure, long begun) {
        boolean never = !answers && !answeredBefore;
        boolean silent = !answers || lastAnswer - begun < 0;
        String why = String.valueOf(failure.getMessage());
        if (failure.kind() == Kind.REJECTED) {
            if (never && rejected.incrementAndGet() >= MOST_REJECTED) {
                gate.close("The model's server has refused the first " + MOST_REJECTED
                        + " requests and taken none; the last time, " + why
                        + ". Correct the --llm options; a restart asks for what is missing");
            }
        } else if (never) {
            gate.close("The model's server has not answered once; the last failure: " + why + ". " + RESTART);
        } else if (silent && failure.isUnreachable()) {
            gate.close("The model's server cannot be reached any more: " + why + ". " + RESTART);
        }
    }

    /** The call says nothing about the server's health. */
    void neither() {
        breaker.releasePermission();
    }

    private void giveUpIfSustained() {
        if (System.nanoTime() - failingSince >= giveUpAfter.toNanos()) {
            gate.close("the model's server has failed for " + giveUpAfter.toSeconds()
                    + " s without one answer; the last failure: " + lastFailure
                    + ". A restart asks for what is missing when it is well again");
        }
    }
}
