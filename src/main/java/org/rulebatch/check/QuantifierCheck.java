package org.rulebatch.check;

import java.util.List;
import org.rulebatch.requirement.Expectation;
import org.rulebatch.requirement.Finding;
import org.rulebatch.requirement.Quantifier;
import org.rulebatch.requirement.Where;

/**
 * Ensures that a quantifier has a list to quantify over, which its filters share, and that a key belongs to a map. Only
 * {@code every} with filters needs no list: the filters then say which resources are looked at.
 */
public final class QuantifierCheck {

    private QuantifierCheck() {}

    /** Adds what is wrong with the quantifier, the filters and the key of an expectation of the value at a path. */
    public static void check(String path, Expectation expected, List<Finding> findings) {
        boolean list = path.contains("[]") || path.contains("{}");
        boolean guard =
                expected.quantifier() == Quantifier.EVERY && !expected.where().isEmpty();
        if (expected.quantifier() != null && !list && !guard) {
            String message = expected.quantifier().wireName() + " needs a list, and " + path + " goes through none";
            findings.add(Finding.error("quantifier.no_list", path, message, "leave the quantifier out"));
        }
        for (Where where : expected.where()) {
            if (list && !shareList(path, where.path())) {
                String message = where.path() + " and " + path + " go through no common list";
                findings.add(Finding.error("where.no_common_list", where.path(), message, "filter the same list"));
            }
        }
        String key = expected.key();
        if (key != null && (!path.contains("{}") || !key.matches("[A-Za-z0-9_:-]+"))) {
            String message = "the entry '" + key + "' of " + path + " cannot be addressed";
            findings.add(Finding.error(
                    "key.not_addressable",
                    path,
                    message,
                    "a key is letters, digits, _, : and -, and takes the place of the first {} of a path"));
        }
    }

    private static boolean shareList(String path, String other) {
        int end = Math.max(path.indexOf("[]"), path.indexOf("{}"));
        return other.startsWith(path.substring(0, end + 2));
    }
}
