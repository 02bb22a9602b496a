package org.rulebatch.validate;

import java.util.List;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Expectation;
import org.rulebatch.requirement.Finding;
import org.rulebatch.requirement.Where;

/** Ensures that a quantifier has a list to quantify over, which its filters share, and that a key belongs to a map. */
final class QuantifierCheck {

    private QuantifierCheck() {}

    static void check(Condition condition, List<Finding> findings) {
        Expectation expected = condition.expectation();
        String path = condition.path();
        if (expected.quantifier() != null && !path.contains("[]") && !path.contains("{}")) {
            String message = expected.quantifier().wireName() + " needs a list, and " + path + " goes through none";
            findings.add(Finding.error("quantifier.no_list", path, message, "leave the quantifier out"));
        }
        for (Where where : expected.where()) {
            if (!shareList(path, where.path())) {
                String message = where.path() + " and " + path + " go through no common list";
                findings.add(Finding.error("where.no_common_list", where.path(), message, "filter the same list"));
            }
        }
        String key = expected.key();
        if (key != null && (!path.endsWith("{}") || !key.matches("[A-Za-z0-9_:-]+"))) {
            String message = "the entry '" + key + "' of " + path + " cannot be addressed";
            findings.add(Finding.error("key.not_addressable", path, message, "a key goes with a path that ends in {}"));
        }
    }

    private static boolean shareList(String path, String other) {
        int end = Math.max(path.indexOf("[]"), path.indexOf("{}"));
        return end >= 0 && other.startsWith(path.substring(0, end + 2));
    }
}
