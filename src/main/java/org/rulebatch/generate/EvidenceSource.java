package org.rulebatch.generate;

import org.rulebatch.metadata.RuleMetadata;

/** Finds what may decide a rule. Thread-safe. */
public interface EvidenceSource {

    /** The best facts and the best fields, at most so many of each; only reads of configuration. */
    Evidence evidence(RuleMetadata rule, int facts, int fields);
}
