package org.rulebatch.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.engine.Verdict;
import org.rulebatch.language.Language;
import org.rulebatch.prove.Example;
import org.rulebatch.prove.Examples;
import org.rulebatch.prove.ExamplesWriter;
import org.rulebatch.prove.Judge;
import org.rulebatch.report.entry.RuleEntry;
import org.rulebatch.ruleyaml.CheckPlan;
import org.rulebatch.yaml.YamlDocument;
import org.rulebatch.yaml.YamlException;
import org.rulebatch.yaml.YamlText;

/** Judges a rule's examples, those of the run and people's own, by a check that is being typed. */
final class DraftTrial {

    private final Examples examples;
    private final Judge judge;
    private final Path own;

    /** @param own the folder of people's own examples */
    DraftTrial(Catalog catalog, Supplier<Language> language, Path own) {
        this.examples = new Examples(catalog, language);
        this.judge = new Judge(catalog, language);
        this.own = own;
    }

    /**
     * An example and what the check makes of it.
     *
     * @param source {@code run} or {@code own}
     * @param expected what the example says
     * @param verdict what the check says; empty where it reads what the example does not answer
     */
    record Tried(String source, String expected, String verdict, String reason, Map<String, Object> answers) {}

    /** The rule's examples by the check; people's own, which it has to hold, come first. */
    List<Tried> of(RuleEntry rule, CheckPlan plan) {
        List<Tried> tried = new ArrayList<>();
        ownOf(rule.ruleId()).ifPresent(file -> tried.addAll(tried("own", rule.ruleId(), file, plan)));
        if (rule.examples() != null) {
            List<Map<String, Object>> recorded = rule.examples().stream()
                    .map(each -> Map.<String, Object>of("verdict", each.verdict(), "answers", each.answers()))
                    .toList();
            String text = YamlText.of(Map.of("rules", Map.of(rule.ruleId(), recorded)));
            tried.addAll(tried("run", rule.ruleId(), YamlDocument.parse("the run's examples", text), plan));
        }
        return tried;
    }

    private List<Tried> tried(String source, String ruleId, YamlDocument file, CheckPlan plan) {
        Instant now = Examples.now(file);
        return examples.of(file, ruleId).stream()
                .map(example -> tried(source, example, judge.verdict(plan, example, now)))
                .toList();
    }

    private static Tried tried(String source, Example example, Optional<Verdict> verdict) {
        return new Tried(
                source,
                example.verdict().name(),
                verdict.map(each -> each.status().name()).orElse(""),
                verdict.map(Verdict::reason).orElse("it reads what this example does not answer"),
                ExamplesWriter.answers(example));
    }

    /** A file that cannot be read is the business of the command 'validate'. */
    private Optional<YamlDocument> ownOf(String ruleId) {
        Path file = own.resolve(ruleId + ".yaml");
        try {
            return Files.isRegularFile(file) ? Optional.of(YamlDocument.read(file)) : Optional.empty();
        } catch (IOException | YamlException e) {
            return Optional.empty();
        }
    }
}
