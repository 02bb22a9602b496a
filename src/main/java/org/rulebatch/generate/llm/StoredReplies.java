package org.rulebatch.generate.llm;

import java.util.Optional;
import org.rulebatch.generate.llm.chat.Model;
import org.rulebatch.generate.llm.chat.ModelReply;
import org.rulebatch.generate.llm.chat.ModelRequest;
import org.rulebatch.generate.llm.chat.StoringModel;
import org.rulebatch.generate.llm.chat.Verdict;
import org.rulebatch.generate.llm.cost.Ledger;
import org.rulebatch.generate.llm.http.ModelSettings;
import org.rulebatch.generate.llm.http.RequestHash;
import org.rulebatch.metadata.RuleMetadata;

/** Asks a model only what it has not answered before, and stores each reply before anything is made of it. */
final class StoredReplies implements StoringModel {

    private final Model model;
    private final ModelSettings settings;
    private final ReplyStore store;
    private final boolean others;
    private final Ledger ledger;

    /** @param others whether replies to earlier runs are used */
    StoredReplies(Model model, ModelSettings settings, ReplyStore store, boolean others, Ledger ledger) {
        this.model = model;
        this.settings = settings;
        this.store = store;
        this.others = others;
        this.ledger = ledger;
    }

    @Override
    public StoredReply ask(RuleMetadata rule, ModelRequest request) {
        String sha256 = RequestHash.of(request, settings);
        Optional<ReplyStore.Stored> known = store.find(sha256, others);
        if (known.isPresent()) {
            ledger.reused(rule.service());
            return new StoredReply(
                    known.get().id(), sha256, ModelReply.of(known.get().json()), false);
        }
        ModelReply reply = model.ask(request);
        long id = store.add(new ReplyStore.Arrived(
                sha256, rule.service(), rule.ruleId(), settings.model(), reply.json(), reply.usage()));
        ledger.add(rule.service(), reply.usage());
        return new StoredReply(id, sha256, reply, true);
    }

    @Override
    public void judge(StoredReply stored, Verdict verdict, String cause) {
        store.judge(stored.id(), verdict);
        ledger.judged(verdict == Verdict.ANSWER, verdict == Verdict.BAD && stored.fresh() ? cause : "");
    }
}
