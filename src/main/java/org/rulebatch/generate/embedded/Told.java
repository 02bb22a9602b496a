package org.rulebatch.generate.embedded;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.reading.Clause;
import org.rulebatch.reading.Comparison;
import org.rulebatch.reading.Form;
import org.rulebatch.reading.Part;
import org.rulebatch.reading.Place;
import org.rulebatch.reading.Role;
import org.rulebatch.reading.RuleReading;
import org.rulebatch.reading.Source;
import org.rulebatch.reading.Unit;

/** Finds what only the description of a rule demands: the numbers that the check does not have, and all of it under a mere heading. */
final class Told {

    /** Words of a sentence that tells of what may be and demands nothing. */
    private static final Pattern TELLS = Pattern.compile(
            "\\b(can|may|might|could|by default|for example|e\\.g|such as|up to|usually|typically|recommend)");

    private static final Set<Unit> COUNTS = EnumSet.of(Unit.COUNT);

    private Told() {}

    /** Where they stand; none where the norm states a number itself, which the description then explains. */
    static List<Place> unanswered(RuleMetadata rule, RuleReading reading, Stated stated) {
        boolean inNorm = reading.normClauses().stream()
                .anyMatch(clause -> !clause.parts(Part.Measure.class).isEmpty());
        return inNorm
                ? List.of()
                : reading.clauses(Source.DESCRIPTION).stream()
                        .flatMap(clause -> clause.parts(Part.Measure.class).stream()
                                .filter(measure -> measure.role() == Role.PROPERTY)
                                .filter(measure -> stated.hasBound() && Stated.isOfTime(measure.unit())
                                        || isDemanded(rule, clause, measure))
                                .filter(measure -> !stated.has(clause, measure))
                                .map(Part.Measure::place))
                        .toList();
    }

    /** The sentences of the description that demand something, where title and id are a heading that demands nothing itself. */
    static List<Clause> underHeading(RuleMetadata rule, RuleReading reading) {
        return reading.normClauses().stream().allMatch(clause -> clause.form() == Form.HEADING)
                ? reading.clauses(Source.DESCRIPTION).stream()
                        .filter(clause -> clause.form() != Form.HEADING
                                && !tells(clause.place().in(rule.description())))
                        .toList()
                : List.of();
    }

    private static boolean isDemanded(RuleMetadata rule, Clause clause, Part.Measure measure) {
        return clause.form() != Form.HEADING
                && measure.comparison() != Comparison.UNSTATED
                && !COUNTS.contains(measure.unit())
                && !tells(clause.place().in(rule.description()));
    }

    /** Whether a sentence tells of what may be and demands nothing. */
    static boolean tells(String text) {
        return TELLS.matcher(text.toLowerCase(Locale.ROOT)).find();
    }
}
