package org.rulebatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class UnifiedDiffTest {

    @Test
    void changesFarApartHaveAHunkEach() {
        // given
        String left = lines(1, 30);
        String right = left.replace("line 5\n", "line five\n").replace("line 20\n", "");

        // when
        String diff = UnifiedDiff.of("a", "b", left, right);

        // then
        assertThat(diff)
                .isEqualTo(
                        """
                        --- a
                        +++ b
                        @@ -2,7 +2,7 @@
                         line 2
                         line 3
                         line 4
                        -line 5
                        +line five
                         line 6
                         line 7
                         line 8
                        @@ -17,7 +17,6 @@
                         line 17
                         line 18
                         line 19
                        -line 20
                         line 21
                         line 22
                         line 23
                        """);
    }

    @Test
    void aNewFileIsAllAdded() {
        assertThat(UnifiedDiff.of(null, "b", "", "x\ny\n"))
                .isEqualTo("--- /dev/null\n+++ b\n@@ -0,0 +1,2 @@\n+x\n+y\n");
    }

    @Test
    void changesCloseTogetherShareAHunk() {
        String right = lines(1, 10).replace("line 3\n", "3\n").replace("line 7\n", "7\n");
        assertThat(UnifiedDiff.of("a", "b", lines(1, 10), right))
                .containsOnlyOnce("@@ -")
                .contains("@@ -1,10 +1,10 @@");
    }

    private static String lines(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(n -> "line " + n + "\n").collect(Collectors.joining());
    }
}
