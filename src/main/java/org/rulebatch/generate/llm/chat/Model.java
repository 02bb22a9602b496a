package org.rulebatch.generate.llm.chat;

import org.rulebatch.generate.llm.http.CallFailure;

/** Answers requests. Thread-safe. */
public interface Model {

    /** @throws CallFailure if no reply could be had */
    ModelReply ask(ModelRequest request);
}
