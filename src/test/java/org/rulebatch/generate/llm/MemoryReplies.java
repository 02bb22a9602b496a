package org.rulebatch.generate.llm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rulebatch.generate.llm.chat.Verdict;
import org.rulebatch.generate.llm.cost.Usage;

/** Keeps replies as a run's database does, in memory; each is one run's. */
final class MemoryReplies implements ReplyStore {

    final List<Arrived> arrived = new ArrayList<>();
    final Map<Long, Verdict> verdicts = new HashMap<>();

    @Override
    public synchronized Optional<Stored> find(String sha256, boolean others) {
        for (int i = arrived.size() - 1; i >= 0; i--) {
            if (arrived.get(i).sha256().equals(sha256)) {
                return Optional.of(new Stored(i, arrived.get(i).json()));
            }
        }
        return Optional.empty();
    }

    @Override
    public synchronized long add(Arrived reply) {
        arrived.add(reply);
        return arrived.size() - 1L;
    }

    @Override
    public synchronized void judge(long id, Verdict verdict) {
        verdicts.put(id, verdict);
    }

    @Override
    public synchronized Map<String, Usage> used() {
        Map<String, Usage> used = new TreeMap<>();
        arrived.forEach(reply -> used.merge(reply.service(), reply.usage(), Usage::plus));
        return used;
    }

    @Override
    public synchronized Map<Verdict, Integer> verdicts() {
        Map<Verdict, Integer> counts = new HashMap<>();
        verdicts.values().forEach(verdict -> counts.merge(verdict, 1, Integer::sum));
        return counts;
    }
}
