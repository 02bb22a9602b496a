package org.rulebatch.generate.llm.bulk;

import java.util.List;
import org.rulebatch.generate.llm.bulk.BatchStore.Result;
import org.rulebatch.generate.llm.chat.CallFailure;
import org.rulebatch.generate.llm.chat.CallFailure.Kind;
import org.rulebatch.generate.llm.chat.Model;
import org.rulebatch.generate.llm.chat.ModelReply;
import org.rulebatch.generate.llm.chat.ModelRequest;
import org.rulebatch.generate.llm.cost.UsageCheck;
import org.rulebatch.generate.llm.http.ModelSettings;
import org.rulebatch.generate.llm.http.OpenAiModel;
import org.rulebatch.generate.llm.http.RequestHash;
import org.rulebatch.generate.llm.pace.Budget;

/** Answers a request by what a batch brought; what has no answer yet is put into the outbox. */
public final class BatchedModel implements Model {

    /** So many batches may leave a request without an answer. */
    static final int MOST_TRIES = 3;

    private final ModelSettings settings;
    private final BatchStore store;
    private final Outbox outbox;
    private final Budget budget;
    private final BatchTransport transport = new BatchTransport();
    private final OpenAiModel model;

    public BatchedModel(ModelSettings settings, BatchStore store, Outbox outbox, Budget budget, UsageCheck usage) {
        this.settings = settings;
        this.store = store;
        this.outbox = outbox;
        this.budget = budget;
        this.model = new OpenAiModel(settings, headers -> {}, transport, usage);
    }

    @Override
    public ModelReply ask(ModelRequest request) {
        String sha256 = RequestHash.of(request, settings);
        List<Result> results = store.results(sha256);
        for (Result result : results) {
            if (!BatchResults.mayBeAskedAgain(result)) {
                return answered(request, result);
            }
        }
        if (results.size() >= MOST_TRIES) {
            String last = BatchResults.text(results.get(results.size() - 1));
            throw new CallFailure(
                    Kind.GIVEN_UP, MOST_TRIES + " batches brought no answer, the last one: " + last, null, null);
        }
        throw later(sha256, request);
    }

    private ModelReply answered(ModelRequest request, Result result) {
        transport.answer(result);
        ModelReply reply = model.ask(request);
        budget.used(reply.usage());
        return reply;
    }

    private CallFailure later(String sha256, ModelRequest request) {
        transport.noAnswer();
        try {
            model.ask(request);
            throw new IllegalStateException("a request without an answer was answered");
        } catch (CallFailure e) {
            if (e.kind() == Kind.LATER) {
                outbox.add(sha256, transport.unsent());
            }
            return e;
        }
    }
}
