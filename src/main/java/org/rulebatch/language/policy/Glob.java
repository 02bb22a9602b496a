package org.rulebatch.language.policy;

/**
 * Compares patterns in which {@code *} stands for any text and {@code ?} for any one character, as in the elements Action
 * and Resource.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">IAM JSON policy
 *     elements: Resource</a>
 */
final class Glob {

    private Glob() {}

    /** Whether the pattern matches everything that {@code narrower}, a text or itself a pattern, stands for. */
    static boolean covers(String pattern, String narrower) {
        int at = 0;
        int in = 0;
        int star = -1;
        int resume = 0;
        while (in < narrower.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                resume = in;
            } else if (at < pattern.length() && coversOne(pattern.charAt(at), narrower.charAt(in))) {
                at++;
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++resume;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }

    private static boolean coversOne(char pattern, char narrower) {
        return pattern == narrower || pattern == '?' && narrower != '*';
    }

    /** Whether some text matches both patterns. */
    static boolean overlaps(String left, String right) {
        if (isFixed(left)) {
            return covers(right, left);
        }
        if (isFixed(right)) {
            return covers(left, right);
        }
        // below[j]: whether left from i on and right from j on have a text in common
        boolean[] below = new boolean[right.length() + 1];
        boolean[] row = new boolean[right.length() + 1];
        for (int i = left.length(); i >= 0; i--) {
            for (int j = right.length(); j >= 0; j--) {
                row[j] = common(left, i, right, j, row, below);
            }
            boolean[] done = below;
            below = row;
            row = done;
        }
        return below[0];
    }

    private static boolean common(String left, int i, String right, int j, boolean[] row, boolean[] below) {
        boolean more = i < left.length();
        boolean moreRight = j < right.length();
        if (!more && !moreRight) {
            return true;
        }
        if (more && left.charAt(i) == '*') {
            return below[j] || moreRight && row[j + 1];
        }
        if (moreRight && right.charAt(j) == '*') {
            return row[j + 1] || more && below[j];
        }
        return more && moreRight && sameOne(left.charAt(i), right.charAt(j)) && below[j + 1];
    }

    private static boolean sameOne(char left, char right) {
        return left == right || left == '?' || right == '?';
    }

    /** Whether the text has no wildcard and no policy variable. */
    static boolean isFixed(String text) {
        return text.indexOf('*') < 0 && text.indexOf('?') < 0 && !text.contains("${");
    }
}
