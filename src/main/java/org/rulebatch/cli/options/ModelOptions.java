package org.rulebatch.cli.options;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulebatch.generate.llm.GeneratorSettings;
import org.rulebatch.generate.llm.cost.ModelTokens;
import org.rulebatch.generate.llm.cost.PriceTable;
import org.rulebatch.generate.llm.cost.Tariff;
import org.rulebatch.generate.llm.cost.Usage;
import org.rulebatch.generate.llm.http.Secret;
import org.rulebatch.store.InputException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Which model is asked, how fast, and what it may cost. Only the first is kept with the run; the rest may differ at a restart. */
public final class ModelOptions {

    @Mixin
    private ModelIdentityOptions which = new ModelIdentityOptions();

    @Mixin
    private PaceOptions pace = new PaceOptions();

    @Option(
            names = "--llm.price",
            paramLabel = "<in/out|in/cached/out>",
            description = "US dollars for a million tokens, for a model whose price is not known: 0.40/1.60.")
    private @Nullable String price;

    @Option(
            names = "--max-cost",
            paramLabel = "<dollars>",
            description = "End the run before it costs more; it can be resumed (default: 10 where the price is known).")
    private @Nullable BigDecimal maxCost;

    /** What a run costs at most where nobody has said it. */
    private static final BigDecimal DEFAULT_MAX_COST = BigDecimal.TEN;

    @Option(
            names = "--max-requests",
            paramLabel = "<n>",
            description = "End the run before it sends more requests; it can be resumed.")
    private @Nullable Integer maxRequests;

    @Option(names = "--no-cache", description = "Do not use replies that were stored by earlier runs.")
    private boolean noCache;

    /** Of what identifies a run that asks a model, what was given on the command line, by option name. */
    public Map<String, String> given(CommandSpec spec) {
        return which.given(spec);
    }

    /** What identifies a run that asks a model. */
    public ModelIdentity identity() {
        return which.identity();
    }

    /**
     * The settings of a run.
     *
     * @param run what it was started with
     * @param jobsDir where people's own prices may stand
     * @throws InputException if they cannot be used
     */
    public GeneratorSettings settings(Map<String, String> run, Path jobsDir) {
        ModelIdentity identity = which.of(run);
        return settings(identity, jobsDir, ModelKey.of(identity));
    }

    /** The same for a run that sends nothing, and so needs no key. */
    public GeneratorSettings drySettings(Map<String, String> run, Path jobsDir) {
        return settings(which.of(run), jobsDir, ModelKey.NONE);
    }

    private GeneratorSettings settings(ModelIdentity identity, Path jobsDir, Secret key) {
        Tariff tariff = tariff(identity, jobsDir);
        boolean known = tariff.cost(identity.model(), Usage.NONE).isPresent();
        return new GeneratorSettings(
                pace.model(identity, key),
                pace.limits(),
                !noCache,
                identity.fallback(),
                identity.minConfidence(),
                identity.verify() == Verify.EXAMPLES,
                maxCost == null && known ? DEFAULT_MAX_COST : maxCost,
                maxRequests,
                tariff,
                ModelTokens.of(identity.model()));
    }

    /** Says first of all where rules are sent. */
    public String sentText(Map<String, String> run) {
        ModelIdentity identity = which.of(run);
        URI server = identity.server();
        String leaves = server.getHost().equals("localhost") || server.getHost().startsWith("127.")
                ? " on this machine"
                : "; they leave this machine";
        return "The rules' texts are sent to " + identity + leaves + ".";
    }

    /** Whether there is a limit on what this process may ask. */
    public boolean isCapped() {
        return maxCost != null || maxRequests != null;
    }

    /** What a run of so many rules costs. */
    public RunCost cost(Map<String, String> run, Path jobsDir, int rules) {
        return new RunCost(drySettings(run, jobsDir), rules);
    }

    /** The pace as it is printed before a run. */
    public String paceText() {
        return pace.text() + (maxRequests == null ? "" : ", " + maxRequests + " requests in all");
    }

    private Tariff tariff(ModelIdentity identity, Path jobsDir) {
        PriceTable prices = prices(jobsDir);
        Tariff tariff = price == null ? prices : PriceOption.parse(price);
        if (maxCost != null && tariff.cost(identity.model(), Usage.NONE).isEmpty()) {
            throw new InputException("--max-cost: what " + identity.model() + " costs is not known; state it with"
                    + " --llm.price=<in>/<out> or in prices.yaml of the jobs folder.");
        }
        return tariff;
    }

    /** The prices of the program, under those of the jobs folder. */
    public static PriceTable prices(Path jobsDir) {
        Path own = jobsDir.resolve("prices.yaml");
        try {
            return PriceTable.bundled().with(own);
        } catch (IllegalArgumentException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new InputException(own + " cannot be read: " + e.getMessage(), e);
        }
    }
}
