package org.rulebatch.generate.embedded;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.reading.Clause;
import org.rulebatch.reading.Part;
import org.rulebatch.reading.Place;
import org.rulebatch.reading.Role;
import org.rulebatch.reading.RuleReading;
import org.rulebatch.reading.Source;
import org.rulebatch.reading.Wording;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Requirement;

/** Finds the numbers, values, exceptions and "there must be" of a rule that nothing in a check answers. */
final class Demands {

    /** Said of a standby or a copy: that there are two, and the field that shows it holds no number. */
    private static final String ORDINAL = "a second";

    private static final Wording WORDING = Wording.bundled();

    private Demands() {}

    /** Where they stand. */
    static List<Place> unanswered(
            RuleMetadata rule, RuleReading reading, Requirement requirement, Stated stated, boolean ofAPlace) {
        Stream<Place> asked = reading.normClauses().stream().flatMap(clause -> {
            String text = Coverage.text(rule, clause.place());
            return clause.parts().stream()
                    .filter(part -> isAsked(part)
                            && !isAnswered(clause, part, part.place().in(text), requirement, stated, ofAPlace))
                    .map(Part::place);
        });
        Stream<Place> demanded = reading.parts(Part.Existence.class)
                .filter(part -> part.place().source() == Source.DESCRIPTION && !ofAPlace)
                .filter(part -> WORDING.demands(part.place().in(rule.description())))
                .map(Part::place);
        boolean narrow = requirement instanceof Expressions whole && whole.where() != null;
        Stream<Place> anyhow = reading.normClauses().stream()
                .filter(clause -> narrow)
                .flatMap(clause -> WORDING.anyhow(clause.place(), Coverage.text(rule, clause.place())).stream());
        return Stream.of(asked, demanded, anyhow).flatMap(places -> places).toList();
    }

    /** Whether a rule's norm has any of them. */
    static boolean areIn(RuleReading reading) {
        return reading.normClauses().stream()
                .flatMap(clause -> clause.parts().stream())
                .anyMatch(Demands::isAsked);
    }

    /** Whether a part is a value or a form of the demand, which the check must have as such. */
    static boolean isAsked(Part part) {
        if (part instanceof Part.Measure measure) {
            return measure.role() != Role.PURPOSE;
        }
        if (part instanceof Part.Values values) {
            return values.role() != Role.PURPOSE && values.role() != Role.SUBJECT;
        }
        return part instanceof Part.Existence || part instanceof Part.Exemption;
    }

    private static boolean isAnswered(
            Clause clause, Part part, String text, Requirement requirement, Stated stated, boolean ofAPlace) {
        if (part instanceof Part.Measure measure) {
            if (ORDINAL.equalsIgnoreCase(text)) {
                return true;
            }
            boolean ofLast = text.toLowerCase(Locale.ROOT).contains("last ");
            return stated.has(clause, measure)
                    || ofLast && measure.numbers().stream().allMatch(stated::has);
        }
        if (part instanceof Part.Values values) {
            return values.values().stream().allMatch(stated::has);
        }
        if (part instanceof Part.Exemption exemption) {
            return requirement instanceof Expressions asked && asked.where() != null
                    || exemption.lemmas().stream().allMatch(stated::has);
        }
        return ofAPlace;
    }
}
