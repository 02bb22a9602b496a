package org.rulebatch.generate.llm.pace;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.rulebatch.generate.llm.http.CallFailure;

/**
 * Whether the server answers. When hardly any call does, asking pauses and a few calls try again from time to time; when that has
 * gone on for long enough, the run is halted instead of failing rule after rule. Thread-safe.
 */
public final class Health {

    private static final int CALLS = 20;
    private static final int PROBES = 3;
    private static final float FAILURE_RATE = 90;

    private final CircuitBreaker breaker;
    private final Duration giveUpAfter;
    private final Halt halt;
    private volatile long failingSince;
    private volatile String lastFailure = "";

    public Health(Duration giveUpAfter, Halt halt) {
        this.giveUpAfter = giveUpAfter;
        this.halt = halt;
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
            halt.sleep(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    void answered() {
        breaker.onSuccess(0, TimeUnit.NANOSECONDS);
    }

    void failed(CallFailure failure) {
        lastFailure = String.valueOf(failure.getMessage());
        breaker.onError(0, TimeUnit.NANOSECONDS, failure);
    }

    /** The call says nothing about the server's health. */
    void neither() {
        breaker.releasePermission();
    }

    private void giveUpIfSustained() {
        if (System.nanoTime() - failingSince >= giveUpAfter.toNanos()) {
            halt.now("the model's server has failed for " + giveUpAfter.toSeconds()
                    + " s without one answer; the last failure: " + lastFailure
                    + ". Go on with the run when it is well again");
        }
    }
}
