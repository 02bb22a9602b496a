package org.rulebatch.generate.llm.chat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rulebatch.requirement.Call;
import org.rulebatch.requirement.Read;
import org.rulebatch.ruleyaml.Chains;
import org.rulebatch.ruleyaml.ItemPlan;

/**
 * The reads that a model has been shown for one rule, by the names under which it asks for them: {@code kms.list_keys}. A name
 * stands for its parameters and items as well. Not thread-safe.
 */
public final class Offer {

    private final Chains chains;
    private final Map<String, Read> reads = new LinkedHashMap<>();

    Offer(Chains chains) {
        this.chains = chains;
    }

    /**
     * Shows a read; the same one keeps its name.
     *
     * @return its name; empty if nothing supplies its parameters, or it was shown with other items
     */
    Optional<String> add(Read read) {
        return items(read).flatMap(items -> add(new Read(read.call(), items), items));
    }

    private Optional<String> add(Read read, String items) {
        String plain = read.call().toString();
        String name = plain;
        for (int i = 2; reads.containsKey(name); i++) {
            Read known = reads.get(name);
            if (read.call().equals(known.call())) {
                return items.equals(known.items()) ? Optional.of(name) : Optional.empty();
            }
            name = plain + "_" + i;
        }
        reads.put(name, read);
        return Optional.of(name);
    }

    /** The reads shown so far, in the order in which they were. */
    Map<String, Read> reads() {
        return reads;
    }

    /** The read of a name; one that was not shown is the operation of that name, which may not exist. */
    Read find(String name) {
        Read known = reads.get(name);
        if (known != null) {
            return known;
        }
        int dot = name.indexOf('.');
        Call call = Call.of(dot < 0 ? "" : name.substring(0, dot), name.substring(dot + 1));
        return new Read(call, null);
    }

    private Optional<String> items(Read read) {
        return ItemPlan.of(chains, List.of(read)).map(plan -> plan.last().items());
    }
}
