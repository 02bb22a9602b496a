package org.rulebatch.deploy;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The difference of two texts, line by line, in the form that {@code patch} reads, with three lines of context. */
final class UnifiedDiff {

    private static final int CONTEXT = 3;

    private UnifiedDiff() {}

    /** @param leftName null for a text that is new */
    static String of(@Nullable String leftName, String rightName, String left, String right) {
        List<String> lines = left.lines().toList();
        List<String> diff = UnifiedDiffUtils.generateUnifiedDiff(
                leftName, rightName, lines, DiffUtils.diff(lines, right.lines().toList()), CONTEXT);
        return String.join("\n", diff) + "\n";
    }
}
