package org.rulebatch.generate.llm.chat;

/** Answers requests. Thread-safe. */
public interface Model {

    /** @throws CallFailure if no reply could be had */
    ModelReply ask(ModelRequest request);
}
