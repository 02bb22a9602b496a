package org.rulebatch.generate.llm.chat;

import java.util.List;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Finding;

/** What a model's reply says. */
public sealed interface Reply {

    /** A decision, not yet validated against the catalog. */
    record Decided(Decision decision) implements Reply {}

    /** The model wants to know more first. */
    record Asks(Lookup lookup) implements Reply {}

    /** The reply cannot be used. */
    record Unusable(List<Finding> findings) implements Reply {
        public Unusable {
            findings = List.copyOf(findings);
        }
    }
}
