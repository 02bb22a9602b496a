package org.rulebatch.report.entry;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rulebatch.generate.llm.cost.ModelUsage;

/**
 * What a run used of a model: in all, and by service. Failed and repaired attempts are counted.
 *
 * @param services by name
 */
public record UsageEntry(
        String model,
        @JsonUnwrapped Part total,
        int repliesUsable,
        int repliesUnusable,
        SortedMap<String, Part> services) {

    /**
     * What some of the replies used.
     *
     * @param repliesReused that were stored before, and cost nothing
     * @param costUsd six decimals; null where the model's price is not known
     */
    public record Part(
            int replies,
            int repliesReused,
            long promptTokens,
            long cachedPromptTokens,
            long replyTokens,
            @Nullable BigDecimal costUsd) {

        static Part of(ModelUsage.ServiceUsage spent) {
            BigDecimal cost = spent.cost();
            return new Part(
                    spent.usage().calls(),
                    spent.reused(),
                    spent.usage().promptTokens(),
                    spent.usage().cachedTokens(),
                    spent.usage().replyTokens(),
                    cost == null ? null : cost.setScale(6, RoundingMode.HALF_UP));
        }
    }

    public static UsageEntry of(ModelUsage usage) {
        SortedMap<String, Part> services = new TreeMap<>();
        usage.services().forEach((service, spent) -> services.put(service, Part.of(spent)));
        return new UsageEntry(
                usage.model(),
                Part.of(new ModelUsage.ServiceUsage(usage.total(), usage.reused(), usage.cost())),
                usage.quality().usable(),
                usage.quality().unusable(),
                services);
    }
}
