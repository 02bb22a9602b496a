package org.rulebatch.prove;

import java.util.List;

/** Whether examples show what a check does. */
public sealed interface Proof {

    /**
     * The engine has judged every example as it says.
     *
     * @param examples at least one that complies and one that violates
     */
    record Proven(List<Example> examples) implements Proof {
        public Proven {
            examples = List.copyOf(examples);
        }
    }

    /** @param reason for people */
    record CannotProve(String reason) implements Proof {}
}
