package org.rulebatch.cli.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rulebatch.generate.Labels;
import org.rulebatch.generate.Labels.LabelledRule;
import org.rulebatch.store.InputException;

/** Reads labelled rules for the jobs that need them. */
public final class LabelFiles {

    private LabelFiles() {}

    /** @throws InputException if the labels or their rules are not there */
    public static List<LabelledRule> read(Path labels, Path rulesDir) throws IOException {
        if (!Files.isRegularFile(labels)) {
            throw new InputException(labels + ": there is no such file. Name a JSON list of labels.");
        }
        try {
            return Labels.read(labels, rulesDir);
        } catch (IllegalArgumentException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The rules and those of {@code <labels>@<rules-dir>} pairs. */
    public static List<LabelledRule> with(List<LabelledRule> rules, List<String> further) throws IOException {
        List<LabelledRule> all = new ArrayList<>(rules);
        for (String pair : further) {
            int at = pair.lastIndexOf('@');
            if (at < 0) {
                throw new InputException(pair + ": write <labels>@<rules-dir>.");
            }
            all.addAll(read(Path.of(pair.substring(0, at)), Path.of(pair.substring(at + 1))));
        }
        return all;
    }
}
