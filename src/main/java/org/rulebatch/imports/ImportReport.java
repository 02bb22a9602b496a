package org.rulebatch.imports;

import java.util.List;
import java.util.SortedMap;

/**
 * What an import came to.
 *
 * @param written rules that are new, or written over; in a dry run those that would be
 * @param unchanged how many rule files already say the same
 * @param problems a line for each check that became no rule, and each file that stays as it is
 * @param notes what people should know, a line each
 * @param dropped how many checks say something under a key that rule metadata has no place for, by the key
 * @param taken how many files are of a format
 * @param passed how many files of folders are of none
 */
public record ImportReport(
        List<Rule> written,
        int unchanged,
        List<String> problems,
        List<String> notes,
        SortedMap<String, Integer> dropped,
        int taken,
        int passed) {

    /** A rule's file and what it asks for. */
    public record Rule(String file, String title) {}

    public ImportReport {
        written = List.copyOf(written);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }
}
