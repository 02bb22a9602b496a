package org.rulebatch.generate.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.reading.Clause;
import org.rulebatch.reading.Place;
import org.rulebatch.reading.RuleReading;
import org.rulebatch.reading.Wording;
import org.rulebatch.requirement.Requirement;

/** Finds what a rule asks in more than one word and a check leaves out: lists, actions, accounts, and what only the description says. */
final class Further {

    /** An age in a check, and words of fields that tell when a thing was last used. */
    private static final Pattern COUNTED = Pattern.compile("age\\(|[Dd]ate\\b|[Tt]ime\\b");

    private static final Pattern USE = Pattern.compile("(?i)last|used|access(?!key)|activity|invo|login|signin");

    /** A name that a check looks at. */
    private static final Pattern NAMED = Pattern.compile("(?i)name\\.(?:startsWith|endsWith|contains|matches)\\(");

    /** Whom something is open to, as fields and functions of the check language say it. */
    private static final Pattern OTHERS = Pattern.compile(
            "(?i)allows|account|principal|public|shar|\\ball\\b|[Gg]roup|user_?id|external|organi[sz]ation");

    private static final Wording WORDING = Wording.bundled();

    private final Joints joints;
    private final Populations populations;

    Further(Joints joints, Populations populations) {
        this.joints = joints;
        this.populations = populations;
    }

    /** What is not one word of the norm: listed values, a protocol, an action, and those that the description leaves out. */
    List<Place> open(
            RuleMetadata rule,
            RuleReading reading,
            Requirement requirement,
            Stated stated,
            Populations.Narrowing narrowing) {
        List<Place> open = new ArrayList<>(Lists.passedOver(rule, reading, requirement));
        open.addAll(Protocols.passedOver(rule, reading, stated));
        reading.normClauses()
                .forEach(clause -> open.addAll(ofNorm(clause, Coverage.text(rule, clause.place()), stated)));
        if (!NAMED.matcher(stated.text()).find()) {
            reading.clauses().stream()
                    .flatMap(clause -> WORDING.byName(clause.place(), Coverage.text(rule, clause.place())).stream())
                    .forEach(open::add);
        }
        open.addAll(Told.unanswered(rule, reading, stated));
        open.addAll(joints.switchesPassedOver(reading, requirement));
        open.addAll(populations.outOfScope(rule, reading, narrowing));
        return open;
    }

    private List<Place> ofNorm(Clause clause, String text, Stated stated) {
        List<Place> open = new ArrayList<>(joints.byTheProvider(clause, text, stated));
        WORDING.actions(clause.place(), text).forEach((place, action) -> {
            if (!stated.has(action)) {
                open.add(place);
            }
        });
        if (COUNTED.matcher(stated.text()).find() && !USE.matcher(stated.text()).find()) {
            WORDING.sinceUse(clause.place(), text).ifPresent(open::add);
        }
        if (!OTHERS.matcher(stated.text()).find()) {
            WORDING.otherAccounts(clause.place(), text).ifPresent(open::add);
        }
        return open;
    }
}
