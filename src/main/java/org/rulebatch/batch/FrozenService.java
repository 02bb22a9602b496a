package org.rulebatch.batch;

import java.util.List;
import org.rulebatch.metadata.RuleMetadata;

/** The item of a batch: a service with its rules. */
record FrozenService(String name, List<RuleMetadata> rules) {}
