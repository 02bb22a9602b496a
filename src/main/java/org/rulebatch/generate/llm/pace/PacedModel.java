package org.rulebatch.generate.llm.pace;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.rulebatch.generate.llm.chat.CallFailure;
import org.rulebatch.generate.llm.chat.CallFailure.Kind;
import org.rulebatch.generate.llm.chat.Model;
import org.rulebatch.generate.llm.chat.ModelReply;
import org.rulebatch.generate.llm.chat.ModelRequest;
import org.rulebatch.generate.llm.cost.Pacing;
import org.rulebatch.generate.llm.cost.TokenCounter;
import org.rulebatch.generate.llm.cost.Usage;
import org.rulebatch.generate.llm.cost.UsageCheck;
import org.rulebatch.generate.llm.http.ModelSettings;

/** Asks a model at the pace that it can take, again where that may help, and no more than the run may spend. */
public final class PacedModel implements Model {

    /** A server that turns calls away for speed is asked again this often; how long it takes is up to it. */
    private static final int MOST_PACE_ATTEMPTS = 30;

    /** So often a server may refuse a way to ask before all are known: three forms, two words for the length, temperature, tools. */
    private static final int FORMS = 8;

    /** What a reply is expected to use; the cap on its length is far beyond it. */
    private static final int EXPECTED_REPLY = 350;

    private final Model model;
    private final ModelSettings settings;
    private final TokenCounter counter;
    private final Pace pace;
    private final Health health;
    private final Budget budget;
    private final CallGate gate;
    private final Retry afterFault;
    private final Retry afterRefusal;
    private final Retry afterForm;
    private final LongAdder retries = new LongAdder();

    public PacedModel(
            Model model,
            ModelSettings settings,
            Limits limits,
            TokenCounter counter,
            Pace pace,
            Health health,
            Budget budget,
            CallGate gate) {
        this.model = model;
        this.settings = settings;
        this.counter = counter;
        this.pace = pace;
        this.health = health;
        this.budget = budget;
        this.gate = gate;
        IntervalFunction backoff = limits.waits();
        this.afterFault = Retry.of("fault", retry(Kind.FAULT, limits.maxAttempts(), backoff));
        this.afterRefusal = Retry.of("pace", retry(Kind.PACE, MOST_PACE_ATTEMPTS, backoff));
        this.afterForm = Retry.of("form", retry(Kind.FORM, FORMS, attempt -> 0L));
        afterFault.getEventPublisher().onRetry(event -> retries.increment());
        afterRefusal.getEventPublisher().onRetry(event -> retries.increment());
    }

    /** How the model has been asked so far. */
    public Pacing pacing() {
        return new Pacing(retries.sum(), pace.waited());
    }

    @Override
    public ModelReply ask(ModelRequest request) {
        int prompt = counter.count(request.text());
        Supplier<ModelReply> once = () -> once(request, prompt);
        Supplier<ModelReply> patient = Retry.decorateSupplier(afterRefusal, Retry.decorateSupplier(afterForm, once));
        long begun = System.nanoTime();
        try {
            return afterFault.executeSupplier(patient);
        } catch (CallFailure e) {
            health.giveUpIfGone(e, begun);
            gate.check();
            throw e;
        }
    }

    private ModelReply once(ModelRequest request, int prompt) {
        Usage most = UsageCheck.most(prompt, settings.mostReplyTokens(request));
        try (Pace.Slot slot = pace.enter(prompt + EXPECTED_REPLY);
                Budget.Reservation reservation = budget.reserve(most)) {
            health.await();
            gate.check();
            return answered(request, reservation);
        }
    }

    /** What a failure means for the others is said before the call's slot is given to one of them. */
    private ModelReply answered(ModelRequest request, Budget.Reservation reservation) {
        try {
            ModelReply reply = model.ask(request);
            reservation.used(reply.usage());
            health.answered();
            return reply;
        } catch (CallFailure e) {
            throw judged(e);
        }
    }

    private RuntimeException judged(CallFailure failure) {
        if (failure.kind() == Kind.FATAL) {
            health.neither();
            return gate.close("The model cannot be asked: " + failure.getMessage());
        }
        if (failure.retryAfter() != null) {
            pace.pause(failure.retryAfter());
        }
        switch (failure.kind()) {
            case PACE -> health.turnedAway(failure);
            case FORM -> health.neither();
            default -> health.failed(failure);
        }
        return failure;
    }

    /** A wait that the server has named is kept by the pace, for everybody. */
    private static RetryConfig retry(Kind kind, int attempts, IntervalFunction backoff) {
        return RetryConfig.<ModelReply>custom()
                .maxAttempts(attempts)
                .retryOnException(failure -> failure instanceof CallFailure call && call.kind() == kind)
                .intervalBiFunction((attempt, outcome) ->
                        outcome.isLeft() && outcome.getLeft() instanceof CallFailure call && call.retryAfter() != null
                                ? 0L
                                : backoff.apply(attempt))
                .build();
    }
}
