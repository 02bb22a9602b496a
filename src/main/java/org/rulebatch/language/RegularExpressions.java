package org.rulebatch.language;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.List;

/** Ensures that the regular expression that {@code matches} is given is one that RE2 reads. */
final class RegularExpressions {

    private RegularExpressions() {}

    static void hold(String function, List<CelExpr> operands, Problems problems) {
        if (!function.equals("matches") || operands.size() != 2) {
            return;
        }
        CelExpr pattern = operands.get(1);
        if (pattern.getKind() != CelExpr.ExprKind.Kind.CONSTANT
                || pattern.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
            problems.at(pattern.id(), "matches() takes a regular expression that is written out.", "");
            return;
        }
        try {
            Pattern.compile(pattern.constant().stringValue());
        } catch (PatternSyntaxException e) {
            problems.at(
                    pattern.id(),
                    "This is not a regular expression of RE2: " + e.getDescription() + ".",
                    "RE2 has no look-around and no back references; https://github.com/google/re2/wiki/Syntax lists"
                            + " what it has.");
        }
    }
}
