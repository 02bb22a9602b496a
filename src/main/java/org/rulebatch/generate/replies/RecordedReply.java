package org.rulebatch.generate.replies;

import org.rulebatch.generate.embedded.Hint;

/**
 * What was answered about one rule.
 *
 * @param line where it stands in its file, from 1
 */
record RecordedReply(String ruleId, Hint hint, int line) {}
