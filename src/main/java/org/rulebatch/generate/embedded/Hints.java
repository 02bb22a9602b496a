package org.rulebatch.generate.embedded;

import java.util.Optional;

/** Hints by the ids of their rules. */
@FunctionalInterface
public interface Hints {

    Optional<Hint> of(String ruleId);
}
