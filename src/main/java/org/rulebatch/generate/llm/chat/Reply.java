package org.rulebatch.generate.llm.chat;

import java.util.List;
import org.rulebatch.requirement.Cause;
import org.rulebatch.requirement.Finding;

/** What a model's reply says. */
public sealed interface Reply {

    /** A check, not yet tried. */
    record Check(Written written) implements Reply {}

    /** No read decides the rule, the model says. */
    record Undecided(Cause cause, String reason, double confidence) implements Reply {}

    /** The model wants to know more first. */
    record Asks(Lookup lookup) implements Reply {}

    /** The reply cannot be used. */
    record Unusable(List<Finding> findings) implements Reply {
        public Unusable {
            findings = List.copyOf(findings);
        }
    }
}
