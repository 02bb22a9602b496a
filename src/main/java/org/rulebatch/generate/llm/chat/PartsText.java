package org.rulebatch.generate.llm.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.reading.Clause;
import org.rulebatch.reading.Part;
import org.rulebatch.reading.Place;
import org.rulebatch.reading.RuleReading;
import org.rulebatch.reading.Source;

/** The parts of a rule as a line of the prompt, in the rule's words. */
final class PartsText {

    private PartsText() {}

    static String of(RuleMetadata rule, RuleReading reading) {
        List<String> parts = new ArrayList<>();
        for (Clause clause : reading.clauses()) {
            boolean norm = clause.place().source() != Source.DESCRIPTION;
            for (Part part : clause.parts()) {
                String word = word(part);
                if (!word.isEmpty() && (norm || isStated(part))) {
                    String text = word + " " + PromptJson.of(in(rule, part.place()));
                    if (!parts.contains(text)) {
                        parts.add(text);
                    }
                }
            }
        }
        return String.join("; ", parts);
    }

    /** What a description may add to the norm. */
    private static boolean isStated(Part part) {
        return part instanceof Part.Measure
                || part instanceof Part.Values
                || part instanceof Part.Exemption
                || part instanceof Part.Existence;
    }

    private static String word(Part part) {
        if (part instanceof Part.Subject) {
            return "resource";
        }
        if (part instanceof Part.Population population) {
            return population.negated() ? "not those" : "only those";
        }
        if (part instanceof Part.Property) {
            return "property";
        }
        if (part instanceof Part.Measure) {
            return "number";
        }
        if (part instanceof Part.Values) {
            return "values";
        }
        if (part instanceof Part.Exemption) {
            return "except";
        }
        if (part instanceof Part.Joint joint) {
            return joint.joining().name().toLowerCase(Locale.ROOT);
        }
        return part instanceof Part.Existence ? "one must exist" : "";
    }

    /** The words of a place. */
    static String in(RuleMetadata rule, Place place) {
        String text =
                switch (place.source()) {
                    case ID -> rule.ruleId();
                    case TITLE -> rule.title();
                    case DESCRIPTION -> rule.description();
                };
        return place.in(text);
    }
}
