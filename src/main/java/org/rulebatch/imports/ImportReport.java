package org.rulebatch.imports;

import java.util.List;
import java.util.SortedMap;

/**
 * What an import came to.
 *
 * @param written rule files that are new, or written over
 * @param unchanged rule files that already say the same
 * @param problems a line for each check that became no rule, and each file that stays as it is
 * @param dropped how many checks say something under a key that rule metadata has no place for, by the key
 */
public record ImportReport(
        List<String> written, int unchanged, List<String> problems, SortedMap<String, Integer> dropped) {

    public ImportReport {
        written = List.copyOf(written);
        problems = List.copyOf(problems);
    }
}
