package org.rulebatch.describe;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.engine.Verdict.Status;
import org.rulebatch.language.Expression;
import org.rulebatch.language.Language;
import org.rulebatch.lint.CheckCompiler;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.pipeline.Outcome;
import org.rulebatch.pipeline.RuleResult;
import org.rulebatch.prove.Example;
import org.rulebatch.prove.ExamplesWriter;
import org.rulebatch.reading.Clause;
import org.rulebatch.reading.Part;
import org.rulebatch.reading.RuleReading;
import org.rulebatch.reading.Source;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Finding;
import org.rulebatch.ruleyaml.Check;
import org.rulebatch.ruleyaml.Planner;
import org.rulebatch.ruleyaml.RuleDocument;
import org.rulebatch.yaml.YamlText;

/** What became of one rule, for a terminal: the parts that were read, the decision, the check in words and in CEL, examples. */
public final class TrialText {

    private static final int INDENT = 2;

    private final Catalog catalog;
    private final StringBuilder text = new StringBuilder();

    private TrialText(Catalog catalog) {
        this.catalog = catalog;
    }

    /** @param reading of the same rule */
    public static String of(RuleResult result, RuleReading reading, Catalog catalog) {
        TrialText page = new TrialText(catalog);
        RuleMetadata rule = result.rule();
        page.line("rule       " + rule.title());
        page.line("id         " + rule.ruleId());
        page.line("service    " + rule.service() + ", resource " + rule.resource());
        page.parts(rule, reading);
        page.outcome(result);
        return page.text.toString();
    }

    private void parts(RuleMetadata rule, RuleReading reading) {
        line("\nread as");
        for (Clause clause : reading.clauses()) {
            String source = clause.place().source() == Source.DESCRIPTION ? rule.description() : rule.title();
            if (clause.place().source() == Source.ID) {
                source = rule.ruleId();
            }
            String asked = clause.wanted() ? "must be so" : "must not be so";
            line("  \"" + clause.place().in(source) + "\" (" + asked + ")");
            for (Part part : clause.parts()) {
                line(String.format("    %-11s%s", name(part), part.place().in(source)));
            }
        }
        reading.contradictions()
                .forEach(each ->
                        line("  contradiction: \"" + each.firstText() + "\" and \"" + each.secondText() + "\""));
    }

    private static String name(Part part) {
        return part.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private void outcome(RuleResult result) {
        Outcome outcome = result.outcome();
        if (outcome instanceof Outcome.Automated automated) {
            line("\nautomated: the check below decides the rule");
            check(result.rule(), automated);
        } else if (outcome instanceof Outcome.Proposed proposed) {
            line("\nproposed, with a reservation: " + proposed.reservation());
            line("  A person confirms the check or turns it down; until then it is not deployed.");
            check(result.rule(), proposed);
        } else if (outcome instanceof Outcome.ManualReview review) {
            line("\nneeds a person (" + review.cause().wireName() + "): " + review.reason());
            review.candidates().stream()
                    .limit(3)
                    .forEach(each -> line("  may be meant: "
                            + each.requirement().place().call() + " "
                            + each.requirement().place().path()));
        } else if (outcome instanceof Outcome.Failed failed) {
            line("\nfailed: " + failed.reason());
        }
    }

    private void check(RuleMetadata rule, Outcome.WithCheck ended) {
        Planner planner = new Planner(rule.service());
        planner.add(rule, ended.plan());
        RuleDocument document = planner.document();
        Check check = document.checks().get(0);
        Language language = Language.of(catalog);
        CheckCompiler.Compiled compiled = new CheckCompiler(document, () -> language).compile(check);
        Map<String, Object> parameters =
                ended.validated().requirement() instanceof Expressions asked ? asked.parameters() : Map.of();
        line("\nin words");
        line("  Judges "
                + (check.isOfItems() ? "each item of " + check.forEach() : "the " + check.forEach() + " as a whole")
                + words(compiled.where(), ", only where ", parameters) + ".");
        line("  Complies if" + words(compiled.complies(), " ", parameters) + ".");
        line("\nin CEL");
        line("  for_each: " + check.forEach());
        compiled.where().ifPresent(where -> line("  where:    " + where.source()));
        compiled.complies().ifPresent(complies -> line("  complies: " + complies.source()));
        parameters.forEach((name, value) -> line("  " + name + ": " + value));
        examples(ended.examples());
        List<Finding> notes = ended.validated().findings();
        notes.forEach(note -> line("note: " + note.message()));
    }

    private static String words(Optional<Expression> expression, String before, Map<String, Object> parameters) {
        return expression
                .map(each -> before + CheckWords.of(each.source(), parameters))
                .orElse("");
    }

    private void examples(List<Example> examples) {
        example("\ncomplies, for example", Status.PASS, examples);
        example("\nviolates, for example", Status.FAIL, examples);
        text.append('\n');
    }

    private void example(String heading, Status verdict, List<Example> examples) {
        examples.stream().filter(each -> each.verdict() == verdict).findFirst().ifPresent(each -> {
            line(heading);
            text.append(YamlText.of(ExamplesWriter.answers(each)).indent(INDENT));
        });
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
