package org.rulebatch.cli.options;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulebatch.generate.llm.Fallback;
import org.rulebatch.generate.llm.chat.Lookups;
import org.rulebatch.generate.llm.chat.PromptStyle;
import org.rulebatch.generate.llm.chat.StructuredOutput;
import org.rulebatch.store.InputException;

/**
 * Which model a run asks, and how: what shapes the result, and so is kept with the run and is the same at each restart. Between
 * the options of the command line and the manifest, which has it as text by option name, it is this record.
 *
 * @param server without a slash at its end
 * @param temperature null for the model's own
 * @param effort of a reasoning model; null for the model's own
 * @param minConfidence of the model, below which a rule goes to a person
 * @param verify how a check that the model wrote is verified
 */
public record ModelIdentity(
        URI server,
        String model,
        StructuredOutput output,
        Lookups lookups,
        @Nullable Double temperature,
        @Nullable String effort,
        Fallback fallback,
        double minConfidence,
        Verify verify) {

    static final String BASE_URL = "llm.base-url";
    static final String MODEL = "llm.model";
    static final String OUTPUT = "llm.structured-output";
    static final String LOOKUPS = "llm.lookups";
    static final String TEMPERATURE = "llm.temperature";
    static final String EFFORT = "llm.reasoning-effort";
    static final String FALLBACK = "llm.fallback";
    static final String CONFIDENCE = "llm.min-confidence";
    static final String VERIFY = "llm.verify";
    static final String OPENAI = "https://api.openai.com/v1";

    /** The identity that a manifest has; empty where the run asks no model. What an older one does not say is the default. */
    static Optional<ModelIdentity> of(Map<String, String> run) {
        String model = run.get(MODEL);
        if (model == null) {
            return Optional.empty();
        }
        String temperature = run.getOrDefault(TEMPERATURE, "");
        String effort = run.getOrDefault(EFFORT, "");
        return Optional.of(new ModelIdentity(
                url(run.getOrDefault(BASE_URL, OPENAI)),
                model,
                value(StructuredOutput.SCHEMA, run.get(OUTPUT)),
                value(Lookups.CALLS, run.get(LOOKUPS)),
                temperature.isEmpty() ? null : Double.valueOf(temperature),
                effort.isEmpty() ? null : effort,
                value(Fallback.EMBEDDED, run.get(FALLBACK)),
                Double.parseDouble(run.getOrDefault(CONFIDENCE, "0.5")),
                value(Verify.EXAMPLES, run.get(VERIFY))));
    }

    /** As the manifest has it. */
    public Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put(BASE_URL, server.toString());
        options.put(MODEL, model);
        options.put(OUTPUT, word(output));
        options.put(LOOKUPS, word(lookups));
        options.put(TEMPERATURE, temperature == null ? "" : temperature.toString());
        options.put(EFFORT, effort == null ? "" : effort);
        options.put(FALLBACK, word(fallback));
        options.put(CONFIDENCE, Double.toString(minConfidence));
        options.put(VERIFY, word(verify));
        return options;
    }

    ModelIdentity at(URI otherServer) {
        return new ModelIdentity(
                otherServer, model, output, lookups, temperature, effort, fallback, minConfidence, verify);
    }

    PromptStyle style() {
        return new PromptStyle(output, lookups);
    }

    boolean isOpenAi() {
        return server.toString().startsWith(OPENAI);
    }

    /** {@code gpt-4.1-mini at https://…}. */
    @Override
    public String toString() {
        return model + " at " + server;
    }

    /** @throws InputException if the text is not the address of a server */
    static URI url(String text) {
        try {
            URI url = URI.create(text.replaceFirst("/+$", ""));
            boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            boolean version = url.getQuery() == null || url.getQuery().matches("api-version=[\\w.-]+");
            if (http && url.getHost() != null && url.getUserInfo() == null && version) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    "--" + BASE_URL + ": that is not a URL; write one such as http://localhost:11434/v1.", e);
        }
        throw new InputException(
                "--" + BASE_URL
                        + ": write http:// or https:// with a host and a path, and no user, password or parameters in it but Azure's api-version.");
    }

    private static <E extends Enum<E>> E value(E standard, @Nullable String word) {
        return word == null ? standard : Enum.valueOf(standard.getDeclaringClass(), word.toUpperCase(Locale.ROOT));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
