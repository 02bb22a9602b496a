package org.rulebatch.review;

import java.util.List;
import org.rulebatch.requirement.Finding;

/** What came of a decision that was to be written or removed. */
sealed interface Saving {

    /** It was. */
    record Done(DecisionFile file) implements Saving {}

    /** It was not: a run could not use it. */
    record Unusable(List<Finding> errors) implements Saving {}

    /** It was not: the file is another than the one the person saw. */
    record Changed(DecisionFile file) implements Saving {}

    /** It was not: what has the file's name is not a file. */
    record Blocked(DecisionFile file) implements Saving {}
}
