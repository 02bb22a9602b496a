package org.rulebatch.generate.llm.chat;

import org.rulebatch.metadata.RuleMetadata;

/** Answers requests about rules with replies that are stored. Thread-safe. */
public interface StoringModel {

    /**
     * A kept reply.
     *
     * @param sha256 of the request that it answers
     * @param fresh whether it has just arrived, and was paid for
     */
    record StoredReply(long id, String sha256, ModelReply reply, boolean fresh) {}

    /** @throws CallFailure if no reply could be had */
    StoredReply ask(RuleMetadata rule, ModelRequest request);

    /**
     * Says what a reply was good for.
     *
     * @param cause why it could not be used; empty if it could
     */
    void judge(StoredReply stored, Verdict verdict, String cause);
}
