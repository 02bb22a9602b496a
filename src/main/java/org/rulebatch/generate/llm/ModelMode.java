package org.rulebatch.generate.llm;

/** How a model is asked. */
public enum ModelMode {
    /** One call a question; the answer is waited for. */
    LIVE,
    /** Many questions a file, by OpenAI's Batch API; the answers are fetched up to a day later, at a part of the price. */
    BATCH
}
