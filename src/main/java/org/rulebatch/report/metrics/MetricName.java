package org.rulebatch.report.metrics;

/** The names of all metrics, as Micrometer has them; Prometheus writes {@code _} for the dots. */
final class MetricName {

    /** Rules by {@code decision}. */
    static final String RULES = "rule.batch.rules";
    /** Services of the run. */
    static final String SERVICES = "rule.batch.services";
    /** Batches by {@code status}. */
    static final String BATCHES = "rule.batch.batches";
    /** Seconds by {@code batch}. */
    static final String BATCH_DURATION = "rule.batch.batch.duration.seconds";
    /** 1 if all success criteria are met. */
    static final String SUCCESS = "rule.batch.success";
    /** When the run ended, in seconds since 1970. */
    static final String ENDED = "rule.batch.ended.timestamp.seconds";

    /** Replies of a model that were paid for. */
    static final String MODEL_REPLIES = "rule.batch.model.replies";
    /** Replies that were stored before, and cost nothing. */
    static final String MODEL_REUSED = "rule.batch.model.replies.reused";
    /** Tokens by {@code kind}. */
    static final String MODEL_TOKENS = "rule.batch.model.tokens";
    /** What the replies cost; absent where the model's price is not known. */
    static final String MODEL_COST = "rule.batch.model.cost.usd";

    /** Calls of a model made again in the run's last attempt, because one had failed or was turned away. */
    static final String MODEL_RETRIES = "rule.batch.model.retries";
    /** Seconds that calls waited for the limiter in the run's last attempt, all together. */
    static final String MODEL_WAIT = "rule.batch.model.limiter.wait.seconds";

    private MetricName() {}
}
