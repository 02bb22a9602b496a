package org.rulebatch.generate.llm;

import java.util.Optional;
import org.rulebatch.generate.llm.chat.Model;
import org.rulebatch.generate.llm.chat.ModelReply;
import org.rulebatch.generate.llm.chat.ModelRequest;
import org.rulebatch.generate.llm.cost.Ledger;
import org.rulebatch.generate.llm.http.ModelSettings;
import org.rulebatch.metadata.RuleMetadata;

/** Asks a model only what it has not answered before, and stores each reply before anything is made of it. */
public final class KeptReplies {

    /** A stored reply with its id, and the hash of the request it answers. */
    public record Kept(long id, String sha256, ModelReply reply) {}

    private final Model model;
    private final ModelSettings settings;
    private final ReplyStore store;
    private final boolean others;
    private final Ledger ledger;

    /** @param others whether replies to earlier runs are used */
    KeptReplies(Model model, ModelSettings settings, ReplyStore store, boolean others, Ledger ledger) {
        this.model = model;
        this.settings = settings;
        this.store = store;
        this.others = others;
        this.ledger = ledger;
    }

    public Kept ask(RuleMetadata rule, ModelRequest request) {
        String sha256 = request.sha256(settings);
        Optional<ReplyStore.Stored> known = store.find(sha256, others);
        if (known.isPresent()) {
            ledger.reused(rule.service());
            return new Kept(known.get().id(), sha256, ModelReply.of(known.get().json()));
        }
        ModelReply reply = model.ask(request);
        long id = store.add(new ReplyStore.Arrived(
                sha256, rule.service(), rule.ruleId(), settings.model(), reply.json(), reply.usage()));
        ledger.add(rule.service(), reply.usage());
        return new Kept(id, sha256, reply);
    }

    public void judge(Kept kept, Verdict verdict) {
        store.judge(kept.id(), verdict);
    }
}
