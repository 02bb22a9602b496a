package org.rulebatch.generate.llm;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.rulebatch.generate.llm.chat.Verdict;
import org.rulebatch.generate.llm.cost.Usage;

/** Keeps the replies that a run pays for. Thread-safe. */
public interface ReplyStore {

    /**
     * A stored reply.
     *
     * @param id of its row
     * @param json the reply as it arrived
     */
    record Stored(long id, String json) {}

    /**
     * A reply to be stored.
     *
     * @param sha256 of the request, under which it is found again
     * @param model that was asked
     * @param json the reply as it arrived
     */
    record Arrived(String sha256, String service, String ruleId, String model, String json, Usage usage) {}

    /**
     * The last reply to the same request that may be used again: any of this run, and if asked for one of another run that was
     * of use.
     */
    Optional<Stored> find(String sha256, boolean others);

    /** Stores a reply; it survives the process when this returns. Its id is returned. */
    long add(Arrived reply);

    void judge(long id, Verdict verdict);

    /** What the run has used so far, by service; asked before anything else. */
    Map<String, Usage> used();

    /** How many of the run's replies came to which end; asked after {@link #used}. */
    Map<Verdict, Integer> verdicts();

    /** Keeps nothing. */
    static ReplyStore none() {
        return new ReplyStore() {
            private final AtomicLong ids = new AtomicLong();

            @Override
            public Optional<Stored> find(String sha256, boolean others) {
                return Optional.empty();
            }

            @Override
            public long add(Arrived reply) {
                return ids.incrementAndGet();
            }

            @Override
            public void judge(long id, Verdict verdict) {}

            @Override
            public Map<String, Usage> used() {
                return Map.of();
            }

            @Override
            public Map<Verdict, Integer> verdicts() {
                return Map.of();
            }
        };
    }
}
