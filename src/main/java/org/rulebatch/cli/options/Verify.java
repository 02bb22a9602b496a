package org.rulebatch.cli.options;

/** How a check that a model wrote is verified. */
enum Verify {
    /** The model judges examples of it, by the rule's text alone. */
    EXAMPLES,
    /** Not at all. */
    OFF
}
