package org.rulebatch.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rulebatch.generate.llm.Fallback;
import org.rulebatch.generate.llm.GeneratorSettings;
import org.rulebatch.generate.llm.ModelMode;
import org.rulebatch.generate.llm.chat.Lookups;
import org.rulebatch.generate.llm.chat.PromptStyle;
import org.rulebatch.generate.llm.chat.StructuredOutput;
import org.rulebatch.generate.llm.cost.ModelTokens;
import org.rulebatch.generate.llm.cost.PriceTable;
import org.rulebatch.generate.llm.cost.Tariff;
import org.rulebatch.generate.llm.cost.Usage;
import org.rulebatch.generate.llm.http.ModelSettings;
import org.rulebatch.generate.llm.http.Secret;
import org.rulebatch.generate.llm.pace.Limits;
import org.rulebatch.store.InputException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/**
 * Which model is asked, how, and what it may cost. What shapes the result identifies the run and is kept with it; the rest may
 * differ at a restart. The key is read from the environment only, where no list of processes shows it.
 */
final class ModelOptions {

    /** The environment variable that holds the key. */
    static final String KEY = "OPENAI_API_KEY";

    static final String BASE_URL = "llm.base-url";
    static final String MODEL = "llm.model";
    static final String MODE = "llm.mode";
    private static final String OUTPUT = "llm.structured-output";
    private static final String LOOKUPS = "llm.lookups";
    private static final String TEMPERATURE = "llm.temperature";
    private static final String FALLBACK = "llm.fallback";
    private static final String CONFIDENCE = "llm.min-confidence";

    private static final String OPENAI = "https://api.openai.com/v1";

    @Option(
            names = "--" + BASE_URL,
            paramLabel = "<url>",
            description = "An OpenAI-compatible server (default: " + OPENAI + "; at a restart, the run's).")
    private @Nullable String baseUrl;

    @Option(
            names = "--" + MODEL,
            paramLabel = "<name>",
            defaultValue = "gpt-4.1-mini",
            description = "The model (default: ${DEFAULT-VALUE}).")
    private String model = "";

    @Option(
            names = "--" + MODE,
            paramLabel = "<live|batch>",
            defaultValue = "live",
            description =
                    "Whether each answer is waited for, or all are asked by OpenAI's Batch API: half the price, up to a day a"
                            + " round; the run ends with code 3 after each and is gone on with (default: ${DEFAULT-VALUE}).")
    private ModelMode mode = ModelMode.LIVE;

    @Option(
            names = "--" + OUTPUT,
            paramLabel = "<schema|prompt>",
            defaultValue = "schema",
            description =
                    "Whether the server holds the model to a JSON schema, or the prompt asks for it (default: ${DEFAULT-VALUE}).")
    private StructuredOutput structuredOutput = StructuredOutput.SCHEMA;

    @Option(
            names = "--" + LOOKUPS,
            paramLabel = "<calls|field|none>",
            defaultValue = "calls",
            description = "How the model looks up further candidates: tool calls, a field of its reply, not at all"
                    + " (default: ${DEFAULT-VALUE}).")
    private Lookups lookups = Lookups.CALLS;

    @Option(
            names = "--" + TEMPERATURE,
            paramLabel = "<t>",
            description = "The sampling temperature (default: the model's own).")
    private @Nullable Double temperature;

    @Option(
            names = "--" + FALLBACK,
            paramLabel = "<embedded|manual_review>",
            defaultValue = "embedded",
            description = "What answers where the model's replies cannot be used (default: ${DEFAULT-VALUE}).")
    private Fallback fallback = Fallback.EMBEDDED;

    @Option(
            names = "--" + CONFIDENCE,
            paramLabel = "<p>",
            defaultValue = "0.5",
            description = "The model's confidence below which a rule goes to a person (default: ${DEFAULT-VALUE}).")
    private double minConfidence;

    @Option(
            names = "--llm.max-reply-tokens",
            paramLabel = "<n>",
            defaultValue = "4000",
            description = "Of one reply, reasoning included (default: ${DEFAULT-VALUE}).")
    private int maxReplyTokens;

    @Option(
            names = "--llm.connect-timeout",
            paramLabel = "<s>",
            defaultValue = "10",
            description = "Seconds until the server takes a connection (default: ${DEFAULT-VALUE}).")
    private int connectTimeout;

    @Option(
            names = "--llm.timeout",
            paramLabel = "<s>",
            defaultValue = "120",
            description = "Seconds until the last byte of a reply (default: ${DEFAULT-VALUE}).")
    private int timeout;

    @Option(
            names = "--llm.in-flight",
            paramLabel = "<n>",
            defaultValue = "16",
            description = "Calls at once, all batches together (default: ${DEFAULT-VALUE}).")
    private int inFlight;

    @Option(
            names = "--llm.requests-per-minute",
            paramLabel = "<n>",
            defaultValue = "500",
            description = "At most; lower where the server says so (default: ${DEFAULT-VALUE}).")
    private int requestsPerMinute;

    @Option(
            names = "--llm.tokens-per-minute",
            paramLabel = "<n>",
            defaultValue = "200000",
            description = "At most, prompts and replies; lower where the server says so (default: ${DEFAULT-VALUE}).")
    private int tokensPerMinute;

    @Option(
            names = "--llm.max-attempts",
            paramLabel = "<n>",
            defaultValue = "6",
            description = "At a call that fails (default: ${DEFAULT-VALUE}).")
    private int maxAttempts;

    @Option(
            names = "--llm.give-up-after",
            paramLabel = "<s>",
            defaultValue = "120",
            description =
                    "Seconds that the server may fail without one answer before the run is ended, to be gone on with"
                            + " (default: ${DEFAULT-VALUE}).")
    private int giveUpAfter;

    @Option(
            names = "--llm.price",
            paramLabel = "<in/out|in/cached/out>",
            description = "US dollars for a million tokens, for a model whose price is not known: 0.40/1.60.")
    private @Nullable String price;

    @Option(
            names = "--max-cost",
            paramLabel = "<dollars>",
            description = "End the run, to be gone on with, before it has cost more.")
    private @Nullable BigDecimal maxCost;

    @Option(
            names = "--max-requests",
            paramLabel = "<n>",
            description = "End the run, to be gone on with, before it has sent more requests.")
    private @Nullable Integer maxRequests;

    @Option(names = "--no-cache", description = "Do not use replies that were stored by earlier runs.")
    private boolean noCache;

    /**
     * The key, or null if there is none.
     *
     * @throws InputException if it holds what no header can; the message does not show it
     */
    static @Nullable String key() {
        String key = System.getenv(KEY);
        if (key == null || key.isBlank()) {
            return null;
        }
        if (!key.strip().matches("[\\x21-\\x7e]+")) {
            throw new InputException(KEY + " holds a space, a line break or another character that no key has.");
        }
        return key.strip();
    }

    /** Of what identifies a run that asks a model, what was given on the command line, by option name. */
    Map<String, String> given(CommandSpec spec) {
        Map<String, String> given = new LinkedHashMap<>(identity());
        given.keySet()
                .removeIf(option -> option.equals(BASE_URL)
                        || !spec.commandLine().getParseResult().hasMatchedOption("--" + option));
        return given;
    }

    boolean isInBatches() {
        return mode == ModelMode.BATCH;
    }

    /** What identifies a run that asks a model. */
    Map<String, String> identity() {
        Map<String, String> identity = new LinkedHashMap<>();
        identity.put(BASE_URL, url(baseUrl == null ? OPENAI : baseUrl).toString());
        identity.put(MODEL, model);
        identity.put(MODE, word(mode));
        identity.put(OUTPUT, word(structuredOutput));
        identity.put(LOOKUPS, word(lookups));
        identity.put(TEMPERATURE, temperature == null ? "" : temperature.toString());
        identity.put(FALLBACK, word(fallback));
        identity.put(CONFIDENCE, Double.toString(minConfidence));
        return identity;
    }

    /**
     * The settings of a run.
     *
     * @param run what it was started with
     * @param jobsDir where people's own prices may stand
     * @throws InputException if they cannot be used
     */
    GeneratorSettings settings(Map<String, String> run, Path jobsDir) {
        return settings(run, jobsDir, key(server(run)));
    }

    /** The same for a run that sends nothing, and so needs no key. */
    GeneratorSettings drySettings(Map<String, String> run, Path jobsDir) {
        return settings(run, jobsDir, "none");
    }

    private GeneratorSettings settings(Map<String, String> run, Path jobsDir, String key) {
        require("--llm.max-reply-tokens", maxReplyTokens);
        require("--llm.connect-timeout", connectTimeout);
        require("--llm.timeout", timeout);
        require("--llm.in-flight", inFlight);
        require("--llm.requests-per-minute", requestsPerMinute);
        require("--llm.tokens-per-minute", tokensPerMinute);
        require("--llm.max-attempts", maxAttempts);
        require("--llm.give-up-after", giveUpAfter);
        String temperatureText = run.getOrDefault(TEMPERATURE, "");
        ModelSettings settings = new ModelSettings(
                server(run),
                run.getOrDefault(MODEL, model),
                new Secret(key),
                new PromptStyle(value(StructuredOutput.class, run, OUTPUT), value(Lookups.class, run, LOOKUPS)),
                temperatureText.isEmpty() ? null : Double.valueOf(temperatureText),
                maxReplyTokens,
                Duration.ofSeconds(connectTimeout),
                Duration.ofSeconds(timeout));
        Limits limits = new Limits(
                requestsPerMinute,
                tokensPerMinute,
                inFlight,
                maxAttempts,
                Limits.STANDARD.backoff(),
                Limits.STANDARD.maxBackoff(),
                Duration.ofSeconds(giveUpAfter));
        ModelMode asked = value(ModelMode.class, run, MODE);
        return new GeneratorSettings(
                settings,
                asked,
                limits,
                !noCache,
                value(Fallback.class, run, FALLBACK),
                Double.parseDouble(run.getOrDefault(CONFIDENCE, "0.5")),
                maxCost,
                maxRequests,
                tariff(settings.model(), asked, jobsDir),
                ModelTokens.of(settings.model()));
    }

    /** Says first of all where rules are sent. */
    String sentText(Map<String, String> run) {
        URI server = server(run);
        String leaves = server.getHost().equals("localhost") || server.getHost().startsWith("127.")
                ? " on this machine"
                : "; they leave this machine";
        return "The rules' texts are sent to " + run.getOrDefault(MODEL, model) + " at " + server + leaves + ".";
    }

    /** Whether there is a limit on what this process may ask. */
    boolean isCapped() {
        return maxCost != null || maxRequests != null;
    }

    /** The pace as it is printed before a run. */
    String paceText() {
        return (isInBatches() ? "in batches, up to a day each" : livePace())
                + (maxCost == null ? "" : ", $" + maxCost + " in all")
                + (maxRequests == null ? "" : ", " + maxRequests + " requests in all");
    }

    private String livePace() {
        return inFlight + " calls at once, at most " + requestsPerMinute + " requests and " + tokensPerMinute
                + " tokens a minute";
    }

    private Tariff tariff(String of, ModelMode asked, Path jobsDir) {
        PriceTable prices = prices(jobsDir);
        Tariff tariff = price == null ? prices : PriceOption.parse(price);
        if (maxCost != null && tariff.cost(of, Usage.NONE).isEmpty()) {
            throw new InputException("--max-cost: what " + of + " costs is not known; say it with"
                    + " --llm.price=<in>/<out> or in prices.yaml of the jobs folder.");
        }
        return asked == ModelMode.BATCH ? tariff.times(prices.batchShare()) : tariff;
    }

    /** The prices of the program, under those of the jobs folder. */
    static PriceTable prices(Path jobsDir) {
        Path own = jobsDir.resolve("prices.yaml");
        try {
            return PriceTable.bundled().with(own);
        } catch (IllegalArgumentException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new InputException(own + " cannot be read: " + e.getMessage(), e);
        }
    }

    private URI server(Map<String, String> run) {
        return url(baseUrl == null ? run.getOrDefault(BASE_URL, OPENAI) : baseUrl);
    }

    private static String key(URI server) {
        String key = key();
        if (key == null && server.toString().startsWith(OPENAI)) {
            throw new InputException("--generator=openai: " + KEY
                    + " is not set. Set it, name another server with --llm.base-url, or take --generator=embedded.");
        }
        return Objects.requireNonNullElse(key, "none");
    }

    private static URI url(String text) {
        try {
            URI url = URI.create(text.replaceFirst("/+$", ""));
            boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (http && url.getHost() != null && url.getUserInfo() == null && url.getQuery() == null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw new InputException("--" + BASE_URL + ": that is no URL; write such as http://localhost:11434/v1.", e);
        }
        throw new InputException("--" + BASE_URL
                + ": write http:// or https:// with a host and a path, and no user, password or parameters in it.");
    }

    private static void require(String option, int value) {
        if (value < 1) {
            throw new InputException(option + " is at least 1, not " + value + ".");
        }
    }

    private static <E extends Enum<E>> E value(Class<E> type, Map<String, String> run, String option) {
        String word = run.getOrDefault(option, type.getEnumConstants()[0].name());
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
