package org.rulebatch.generate.llm.pace;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TokensInheritanceStrategy;

/** Keeps account of what may be asked of a model's server: in this process alone, or for several that share its limits. */
@FunctionalInterface
public interface Quota {

    /** So much of something a minute. Thread-safe. */
    interface Account {

        /**
         * Takes so much; where another process has set a limit below it, less.
         *
         * @return 0 if it was taken; otherwise after how many nanoseconds it may be there
         */
        long take(long count);

        /** Sets another limit. */
        void limit(Bandwidth limit);

        /** The account that a bucket is. */
        static Account of(Bucket bucket) {
            return new Account() {
                @Override
                public long take(long count) {
                    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(count);
                    boolean never = probe.getNanosToWaitForRefill() == Long.MAX_VALUE;
                    if (never && count > 1) {
                        return take(count / 2);
                    }
                    return probe.isConsumed() ? 0 : Math.max(1, probe.getNanosToWaitForRefill());
                }

                @Override
                public void limit(Bandwidth limit) {
                    BucketConfiguration other =
                            BucketConfiguration.builder().addLimit(limit).build();
                    bucket.replaceConfiguration(other, TokensInheritanceStrategy.PROPORTIONALLY);
                }
            };
        }
    }

    /**
     * The account of one limit.
     *
     * @param name of what is limited: all who give the same name share it
     */
    Account account(String name, Bandwidth limit);

    /** Accounts of this process alone. */
    static Quota ofThisProcess() {
        return (name, limit) -> Account.of(Bucket.builder().addLimit(limit).build());
    }
}
