package org.rulebatch.generate.llm;

/** Answers requests. Thread-safe. */
interface Model {

    /** @throws CallFailure if no reply could be had */
    ModelReply ask(ModelRequest request);
}
