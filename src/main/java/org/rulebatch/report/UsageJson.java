package org.rulebatch.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulebatch.generate.llm.cost.ModelUsage;
import org.rulebatch.generate.llm.cost.ModelUsage.Spent;

/** What a run used of a model: in all, and by service. Failed and repaired attempts are counted. */
final class UsageJson {

    private UsageJson() {}

    static Map<String, @Nullable Object> of(ModelUsage usage) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("model", usage.model());
        json.putAll(spent(new Spent(usage.total(), usage.reused(), usage.cost())));
        json.put("replies_usable", usage.quality().usable());
        json.put("replies_unusable", usage.quality().unusable());
        Map<String, @Nullable Object> services = new LinkedHashMap<>();
        usage.services().forEach((service, spent) -> services.put(service, spent(spent)));
        json.put("services", services);
        return json;
    }

    private static Map<String, @Nullable Object> spent(Spent spent) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("replies", spent.usage().calls());
        json.put("replies_reused", spent.reused());
        json.put("prompt_tokens", spent.usage().promptTokens());
        json.put("cached_prompt_tokens", spent.usage().cachedTokens());
        json.put("reply_tokens", spent.usage().replyTokens());
        BigDecimal cost = spent.cost();
        json.put("cost_usd", cost == null ? null : cost.setScale(6, RoundingMode.HALF_UP));
        return json;
    }
}
