package org.rulebatch.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Ensures that a mistyped name gets the suggestion a person would make, or none. */
final class NearestTest {

    private static final List<String> KNOWN = List.of("s3", "secretsmanager", "stepfunctions", "resource-groups");

    @Test
    void findsTheNameWithATypingError() {
        assertThat(Nearest.to("secretmanager", KNOWN)).contains("secretsmanager");
    }

    @Test
    void ignoresCaseAndPunctuation() {
        assertThat(Nearest.to("ResourceGroups", KNOWN)).contains("resource-groups");
    }

    @Test
    void suggestsNothingForANameUnlikeAny() {
        assertThat(Nearest.to("kubernetes", KNOWN)).isEmpty();
    }
}
