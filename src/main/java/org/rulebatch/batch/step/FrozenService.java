package org.rulebatch.batch.step;

import java.util.List;
import org.rulebatch.metadata.RuleMetadata;

/** The item of a batch: a service with its rules. */
public record FrozenService(String name, List<RuleMetadata> rules) {}
