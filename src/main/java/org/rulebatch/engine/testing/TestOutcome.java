package org.rulebatch.engine.testing;

import org.rulebatch.report.entry.ServiceTest;
import org.rulebatch.ruleyaml.RuleDocument;

/**
 * How a rule file fared.
 *
 * @param document the file as it may be kept: corrected, without the rules that cannot run; perhaps without any
 */
record TestOutcome(ServiceTest test, RuleDocument document) {}
