package org.rulebatch.generate;

import java.util.List;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.requirement.Call;

/** Finds what may decide a rule. Thread-safe. */
public interface EvidenceSource {

    /** The best facts and the best fields, at most so many of each; only reads of configuration. */
    Evidence evidence(RuleMetadata rule, int facts, int fields);

    /** Reads of other services than the rule's that may keep what it asks for, at most so many, the best first. */
    List<Call> elsewhere(RuleMetadata rule, int most);
}
