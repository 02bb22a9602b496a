package org.rulebatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulebatch.generate.llm.GeneratorSettings;
import org.rulebatch.generate.llm.chat.PromptBuilder;
import org.rulebatch.generate.llm.cost.ModelTokens;
import org.rulebatch.generate.llm.cost.PriceTable;
import org.rulebatch.generate.llm.cost.Usage;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.store.Selection;

/** Says what a run would send to a model and cost, by service, without sending anything. */
final class DryRun {

    /** What a reply takes: the JSON of a check with its parts. */
    private static final int REPLY_TOKENS = 350;

    private final PrintWriter out;
    private final PromptBuilder prompts;
    private final GeneratorSettings settings;
    private final ModelTokens tokens;
    private final List<Integer> sizes = new ArrayList<>();

    DryRun(PrintWriter out, PromptBuilder prompts, GeneratorSettings settings) {
        this.out = out;
        this.prompts = prompts;
        this.settings = settings;
        this.tokens = ModelTokens.of(settings.model().model());
    }

    /** Prints a line for each service, and the total with the spread of the prompts' sizes. */
    void print(Selection selection, PriceTable prices) {
        out.printf("%n%-28s %6s %6s %10s %9s%n", "service", "rules", "asked", "tokens", "dollars");
        int rules = 0;
        Usage total = Usage.NONE;
        Map<String, String> seen = new HashMap<>();
        for (String service : selection.resolved()) {
            List<RuleMetadata> of = read(selection, service, seen);
            Usage usage = of.stream().map(this::usage).reduce(Usage.NONE, Usage::plus);
            line(service, of.size(), usage);
            rules += of.size();
            total = total.plus(usage);
        }
        line("total", rules, total);
        spread();
        money(prices, total);
    }

    /** How many rules a run is about. */
    static int count(Selection selection) {
        Map<String, String> seen = new HashMap<>();
        return selection.resolved().stream()
                .mapToInt(service -> read(selection, service, seen).size())
                .sum();
    }

    private static List<RuleMetadata> read(Selection selection, String service, Map<String, String> seen) {
        try {
            return selection.rules().read(service, seen).rules();
        } catch (IOException e) {
            throw new UncheckedIOException("the rules of " + service + " cannot be read", e);
        }
    }

    private Usage usage(RuleMetadata rule) {
        return prompts.build(rule)
                .map(prompt -> tokens.count(prompt.firstRequest().text()))
                .map(count -> {
                    sizes.add(count);
                    return new Usage(1, count, 0, REPLY_TOKENS);
                })
                .orElse(Usage.NONE);
    }

    private void line(String name, int rules, Usage usage) {
        out.printf(
                Locale.ROOT,
                "%-28s %6d %6d %10d %9s%n",
                name,
                rules,
                usage.calls(),
                usage.promptTokens(),
                dollars(settings.tariff().cost(settings.model().model(), usage).orElse(null)));
    }

    private void spread() {
        int[] sorted = sizes.stream().mapToInt(Integer::intValue).sorted().toArray();
        if (sorted.length > 0) {
            out.printf(
                    Locale.ROOT,
                    "%ntokens a prompt: %.0f on average, p50 %d, p90 %d, most %d%n",
                    Arrays.stream(sorted).average().orElse(0),
                    sorted[sorted.length / 2],
                    sorted[sorted.length * 9 / 10],
                    sorted[sorted.length - 1]);
        }
    }

    private void money(PriceTable prices, Usage total) {
        String model = settings.model().model();
        settings.tariff()
                .cost(model, total)
                .ifPresentOrElse(
                        cost -> {
                            out.println("cost: $" + dollars(cost) + " with " + model + "; replies are taken to have "
                                    + REPLY_TOKENS
                                    + " tokens each, and nothing to be cached, looked up, repaired or verified");
                            out.println("prices: " + prices.source());
                        },
                        () -> out.println(
                                "cost: what " + model
                                        + " costs is not known; say it with --llm.price=<in>/<out> or in prices.yaml of the jobs folder"));
        out.println("Nothing was sent.");
    }

    private static String dollars(@Nullable BigDecimal cost) {
        return cost == null ? "?" : cost.setScale(4, RoundingMode.HALF_UP).toPlainString();
    }
}
