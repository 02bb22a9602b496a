package org.rulebatch.prove;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rulebatch.engine.Verdict;

/**
 * Answers of AWS and what a check says about them.
 *
 * @param verdict the gravest that the check gives: FAIL before UNKNOWN before PASS before NOT_APPLICABLE
 * @param answers read, as in {@code kms.list_keys}, to what it answers; a read that is not there answers nothing
 */
public record Example(Verdict.Status verdict, Map<String, List<Reply>> answers) {

    public Example {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }
}
