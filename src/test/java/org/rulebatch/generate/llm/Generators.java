package org.rulebatch.generate.llm;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulebatch.generate.CheckTrial;
import org.rulebatch.generate.llm.chat.PromptStyle;
import org.rulebatch.generate.llm.chat.Prompts;
import org.rulebatch.generate.llm.cost.Tariff;
import org.rulebatch.generate.llm.cost.TokenCounter;
import org.rulebatch.generate.llm.http.ModelSettings;
import org.rulebatch.generate.llm.http.Secret;
import org.rulebatch.generate.llm.pace.Limits;
import org.rulebatch.generate.llm.pace.Quota;
import org.rulebatch.pipeline.ExampleTrial;

/** Generators for tests, with waits so short that no test is slow. */
final class Generators {

    static final String KEY = "sk-secret-0123456789";

    /** A dollar for a thousand tokens. */
    private static final Tariff TARIFF = (model, usage) -> Optional.of(
            BigDecimal.valueOf(usage.promptTokens() + usage.replyTokens()).movePointLeft(3));

    static final CheckTrial TRIAL = new ExampleTrial(Prompts.CATALOG, Prompts.CHAINS);

    static final int ATTEMPTS = 3;

    /** Long enough for a machine that is busy with other things. */
    private static final Duration PATIENT = Duration.ofSeconds(60);

    private static final Limits LIMITS = new Limits(
            1_000_000, 1_000_000_000, 8, ATTEMPTS, Duration.ofMillis(1), Duration.ofMillis(4), Duration.ofMillis(80));

    private Generators() {}

    static LlmGenerator of(URI server, ReplyStore store) {
        return of(settings(server, PromptStyle.STANDARD, Fallback.EMBEDDED, null, null), store);
    }

    static LlmGenerator of(GeneratorSettings settings, ReplyStore store) {
        return new LlmGenerator(
                settings,
                Prompts.CATALOG,
                Prompts.CHAINS,
                Prompts.NAMES,
                Prompts.EMBEDDED,
                Prompts.EMBEDDED,
                TRIAL,
                store,
                Quota.ofThisProcess());
    }

    static GeneratorSettings settings(
            URI server,
            PromptStyle style,
            Fallback fallback,
            @Nullable BigDecimal maxCost,
            @Nullable Integer maxRequests) {
        ModelSettings model =
                new ModelSettings(server, "test-model", new Secret(KEY), style, null, null, 1_000, PATIENT, PATIENT);
        return new GeneratorSettings(
                model, LIMITS, true, fallback, 0.5, false, maxCost, maxRequests, TARIFF, TokenCounter.ESTIMATE);
    }

    /** The same, where the model judges the examples of its checks. */
    static GeneratorSettings verifying(GeneratorSettings settings) {
        return new GeneratorSettings(
                settings.model(),
                settings.limits(),
                settings.reuse(),
                settings.fallback(),
                settings.minConfidence(),
                true,
                settings.maxCost(),
                settings.maxRequests(),
                settings.tariff(),
                settings.counter());
    }

    /** The same with so short a timeout, and enough attempts for a busy machine. */
    static GeneratorSettings impatient(GeneratorSettings settings, Duration callTimeout) {
        ModelSettings model = settings.model();
        Limits limits = settings.limits();
        return new GeneratorSettings(
                new ModelSettings(
                        model.baseUrl(),
                        model.model(),
                        model.key(),
                        model.style(),
                        model.temperature(),
                        model.effort(),
                        model.maxReplyTokens(),
                        PATIENT,
                        callTimeout),
                new Limits(
                        limits.requestsPerMinute(),
                        limits.tokensPerMinute(),
                        limits.inFlight(),
                        10,
                        limits.backoff(),
                        limits.maxBackoff(),
                        PATIENT),
                settings.reuse(),
                settings.fallback(),
                settings.minConfidence(),
                settings.verify(),
                settings.maxCost(),
                settings.maxRequests(),
                settings.tariff(),
                settings.counter());
    }
}
