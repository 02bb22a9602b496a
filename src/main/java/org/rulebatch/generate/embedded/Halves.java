package org.rulebatch.generate.embedded;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.reading.Clause;
import org.rulebatch.reading.Joining;
import org.rulebatch.reading.Part;
import org.rulebatch.reading.Place;
import org.rulebatch.reading.Role;
import org.rulebatch.reading.RuleReading;
import org.rulebatch.reading.Source;

/**
 * A rule whose title asks two things of one resource, as two rules: "instances are encrypted and have deletion protection". Both keep
 * the description, which may say numbers and whom the rule does not concern.
 */
record Halves(RuleMetadata first, RuleMetadata second) {

    private static final Pattern AND = Pattern.compile("(?i)\\s*(,\\s*)?\\b(and also|as well as|and|plus)\\b\\s*");

    /** The halves of a rule; empty where its title does not ask exactly two things. */
    static Optional<Halves> of(RuleMetadata rule, RuleReading reading) {
        List<Part.Joint> joints = reading.normClauses().stream()
                .flatMap(clause -> clause.parts(Part.Joint.class).stream())
                .toList();
        if (joints.size() != 1 || reading.norm() != Source.TITLE) {
            return Optional.empty();
        }
        Part.Joint joint = joints.get(0);
        boolean asked = joint.role() == Role.PROPERTY
                && joint.joining() == Joining.AND
                && joint.things().size() == 2
                && joint.place().source() == Source.TITLE;
        return asked ? subject(reading, joint).flatMap(subject -> split(rule, subject, joint)) : Optional.empty();
    }

    /** The subject that both things are asked of; empty where the second has one of its own. */
    private static Optional<Place> subject(RuleReading reading, Part.Joint joint) {
        List<Place> subjects = reading.normClauses().stream()
                .flatMap((Clause clause) -> clause.parts(Part.Subject.class).stream())
                .map(Part.Subject::place)
                .distinct()
                .toList();
        return subjects.size() == 1
                        && subjects.get(0).to() <= joint.things().get(0).from()
                ? Optional.of(subjects.get(0))
                : Optional.empty();
    }

    private static Optional<Halves> split(RuleMetadata rule, Place subject, Part.Joint joint) {
        String title = rule.title();
        Place one = joint.things().get(0);
        Place other = joint.things().get(1);
        Matcher and = AND.matcher(title).region(one.to(), other.from());
        if (one.to() > other.from() || !and.find()) {
            return Optional.empty();
        }
        boolean hasVerb = !title.substring(and.end(), other.from()).isBlank();
        String before = hasVerb ? title.substring(0, subject.to()) + " " : title.substring(0, one.from());
        return Optional.of(new Halves(
                half(rule, 1, title.substring(0, and.start()) + title.substring(other.to())),
                half(rule, 2, before + title.substring(hasVerb ? and.end() : other.from()))));
    }

    private static RuleMetadata half(RuleMetadata rule, int number, String title) {
        String id = String.join(".", "aws", rule.service(), rule.resource(), "half_" + number);
        return new RuleMetadata(
                id, rule.service(), rule.resource(), "", title, rule.description(), "", "", rule.severity());
    }
}
