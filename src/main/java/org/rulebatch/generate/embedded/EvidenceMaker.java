package org.rulebatch.generate.embedded;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.rulebatch.generate.Evidence;
import org.rulebatch.generate.Lead;
import org.rulebatch.generate.embedded.Option.Answer;
import org.rulebatch.generate.embedded.Ranker.Ranked;
import org.rulebatch.knowledge.Family;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Conditions;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Requirement;

/** Puts ranked options into words. */
final class EvidenceMaker {

    private static final int MOST_GAPS = 1;

    private final Knowledge knowledge;
    private final FactConditions facts;

    EvidenceMaker(Knowledge knowledge, FactConditions facts) {
        this.knowledge = knowledge;
        this.facts = facts;
    }

    Evidence evidence(RuleReading reading, List<Ranked> ranked, int mostFacts, int mostFields) {
        List<Lead> facts = new ArrayList<>();
        List<Lead> fields = new ArrayList<>();
        Set<String> gaps = new LinkedHashSet<>();
        Set<Condition> known = new HashSet<>();
        for (Ranked each : ranked) {
            Answer answer = each.option().answer();
            double score = 1 / (1 + Math.exp(ranked.get(0).score() - each.score()));
            if (answer instanceof Answer.OfFact fact && facts.size() < mostFacts) {
                Lead lead = fact(reading, fact, score);
                if (known.add(lead.condition())) {
                    facts.add(lead);
                }
            } else if (answer instanceof Answer.OfField field && fields.size() < mostFields) {
                Condition condition = FieldConditions.condition(reading, field.operation(), field.field());
                fields.add(Lead.of(condition, List.of(), "", score));
            } else if (answer instanceof Answer.NotExposed none && gaps.size() < MOST_GAPS) {
                gaps.add(none.resource().id() + ": " + none.gap().reason());
            }
        }
        facts.addAll(fields);
        return new Evidence(facts, List.copyOf(gaps));
    }

    private Lead fact(RuleReading reading, Answer.OfFact known, double score) {
        Requirement requirement = facts.requirement(known.resource(), known.fact(), reading.stated());
        if (requirement instanceof Expressions whole) {
            return Lead.of(whole, sentence(known), score);
        }
        Conditions conditions = (Conditions) requirement;
        List<Condition> with = conditions.conditions().stream().skip(1).toList();
        return Lead.of(conditions.main(), with, sentence(known), score);
    }

    private String sentence(Answer.OfFact known) {
        String family = knowledge
                .family(known.fact().family())
                .map(Family::sentence)
                .orElse(known.fact().family());
        String near = known.fact().near() ? " (only indicates it)" : "";
        String note = known.fact().note().isEmpty() ? "" : " " + known.fact().note();
        return known.resource().id() + ": " + family + near + note;
    }
}
