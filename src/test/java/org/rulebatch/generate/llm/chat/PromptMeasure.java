package org.rulebatch.generate.llm.chat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.rulebatch.generate.Label;
import org.rulebatch.generate.Labels;
import org.rulebatch.generate.llm.cost.ModelTokens;
import org.rulebatch.requirement.Call;

/**
 * Measures prompts on labelled rules: in how many the read that decides a rule is shown, and how many tokens they have. Not a
 * test: {@code PromptMeasure <labels.json> <rules folder> [rule id to print …]}.
 */
final class PromptMeasure {

    private PromptMeasure() {}

    public static void main(String[] args) throws Exception {
        ModelTokens tokens = ModelTokens.of("gpt-4.1-mini");
        PromptBuilder prompts = new PromptBuilder(
                Prompts.CATALOG, Prompts.CHAINS, Prompts.NAMES, Prompts.EMBEDDED, PromptStyle.STANDARD);
        List<String> printed = Arrays.asList(args).subList(2, args.length);
        List<Integer> sizes = new ArrayList<>();
        int[] asked = new int[1];
        int[] full = new int[1];
        int[] named = new int[1];
        long begun = System.nanoTime();
        int prefix = 0;
        for (Labels.LabelledRule each : Labels.read(Path.of(args[0]), Path.of(args[1]))) {
            Prompt prompt = prompts.build(each.rule()).orElse(null);
            if (prompt != null) {
                sizes.add(tokens.count(prompt.firstRequest().text()));
                prefix = tokens.count(prompt.system() + prompt.schema() + Tools.TEXT);
            }
            Set<String> needed =
                    each.label().answers().stream().map(PromptMeasure::method).collect(Collectors.toSet());
            if (printed.contains(each.rule().ruleId()) && prompt != null) {
                System.out.println("---- " + each.rule().ruleId() + "\n" + prompt.user() + "\nneeded " + needed);
            }
            if (needed.isEmpty()) {
                continue;
            }
            asked[0]++;
            boolean shown = prompt != null
                    && prompt.offer().reads().values().stream()
                            .anyMatch(read -> needed.contains(read.call().toString()));
            boolean inText = prompt != null && needed.stream().anyMatch(prompt.user()::contains);
            full[0] += shown ? 1 : 0;
            named[0] += shown || inText ? 1 : 0;
            if (!shown && !inText) {
                System.out.println("missing " + each.rule().ruleId() + " " + needed);
            } else if (!shown) {
                System.out.println("only named " + each.rule().ruleId() + " " + needed);
            }
        }
        int[] sorted = sizes.stream().mapToInt(Integer::intValue).sorted().toArray();
        System.out.printf(
                "%d rules with a label; read shown with members: %d (%.1f %%), or named: %d (%.1f %%)%n",
                asked[0], full[0], 100.0 * full[0] / asked[0], named[0], 100.0 * named[0] / asked[0]);
        System.out.printf(
                "%d prompts, tokens with schema and tools: %.0f on average, p50 %d, p90 %d, most %d; the same for all rules: %d; %.1f ms a prompt%n",
                sorted.length,
                Arrays.stream(sorted).average().orElse(0),
                sorted[sorted.length / 2],
                sorted[sorted.length * 9 / 10],
                sorted[sorted.length - 1],
                prefix,
                (System.nanoTime() - begun) / 1e6 / sorted.length);
    }

    private static String method(Label.Answer answer) {
        return Prompts.CATALOG
                .service(answer.api())
                .flatMap(service -> service.operation(answer.operation()))
                .map(read -> Call.of(read.client(), read.method()).toString())
                .orElse(answer.api() + "." + answer.operation());
    }
}
