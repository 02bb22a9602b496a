package org.rulebatch.cli.options;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulebatch.generate.llm.Fallback;
import org.rulebatch.generate.llm.chat.Lookups;
import org.rulebatch.generate.llm.chat.StructuredOutput;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Which model is asked, and how: what a run keeps. */
final class ModelIdentityOptions {

    @Option(
            names = "--" + ModelIdentity.BASE_URL,
            paramLabel = "<url>",
            description =
                    "An OpenAI-compatible server (default: " + ModelIdentity.OPENAI + "; at a restart, the run's).")
    private @Nullable String baseUrl;

    @Option(
            names = "--" + ModelIdentity.MODEL,
            paramLabel = "<name>",
            defaultValue = "gpt-4.1-mini",
            description = "The model (default: ${DEFAULT-VALUE}).")
    private String model = "";

    @Option(
            names = "--" + ModelIdentity.OUTPUT,
            paramLabel = "<schema|prompt>",
            defaultValue = "schema",
            description =
                    "Whether the server holds the model to a JSON schema, or the prompt asks for it (default: ${DEFAULT-VALUE}).")
    private StructuredOutput structuredOutput = StructuredOutput.SCHEMA;

    @Option(
            names = "--" + ModelIdentity.LOOKUPS,
            paramLabel = "<calls|field|none>",
            defaultValue = "calls",
            description = "How the model looks up further candidates: tool calls, a field of its reply, not at all"
                    + " (default: ${DEFAULT-VALUE}).")
    private Lookups lookups = Lookups.CALLS;

    @Option(
            names = "--" + ModelIdentity.TEMPERATURE,
            paramLabel = "<t>",
            description = "The sampling temperature (default: the model's own).")
    private @Nullable Double temperature;

    @Option(
            names = "--" + ModelIdentity.EFFORT,
            paramLabel = "<low|medium|high>",
            description = "How much a reasoning model thinks, in the server's words (default: the model's own).")
    private @Nullable String effort;

    @Option(
            names = "--" + ModelIdentity.FALLBACK,
            paramLabel = "<embedded|manual_review>",
            defaultValue = "embedded",
            description = "What answers where the model's replies cannot be used (default: ${DEFAULT-VALUE}).")
    private Fallback fallback = Fallback.EMBEDDED;

    @Option(
            names = "--" + ModelIdentity.CONFIDENCE,
            paramLabel = "<p>",
            defaultValue = "0.5",
            description = "The model's confidence below which a rule goes to a person (default: ${DEFAULT-VALUE}).")
    private double minConfidence;

    @Option(
            names = "--" + ModelIdentity.VERIFY,
            paramLabel = "<examples|off>",
            defaultValue = "examples",
            description = "Whether the model judges examples of each check that it wrote, without seeing the check"
                    + " (default: ${DEFAULT-VALUE}).")
    private Verify verify = Verify.EXAMPLES;

    /** What the options say. */
    ModelIdentity identity() {
        return new ModelIdentity(
                ModelIdentity.url(baseUrl == null ? ModelIdentity.OPENAI : baseUrl),
                model,
                structuredOutput,
                lookups,
                temperature,
                effort,
                fallback,
                minConfidence,
                verify);
    }

    /** What a run was started with, at the server that was given now, if one was. */
    ModelIdentity of(Map<String, String> run) {
        ModelIdentity started = ModelIdentity.of(run).orElseGet(this::identity);
        return baseUrl == null ? started : started.at(ModelIdentity.url(baseUrl));
    }

    /** What was given on the command line, by option name; another server may be named at each start. */
    Map<String, String> given(CommandSpec spec) {
        Map<String, String> given = identity().options();
        given.keySet()
                .removeIf(option -> option.equals(ModelIdentity.BASE_URL)
                        || !spec.commandLine().getParseResult().hasMatchedOption("--" + option));
        return given;
    }
}
