package org.rulebatch.files;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What led to a failure. */
public final class Causes {

    private Causes() {}

    /** The first of that kind: the failure itself, or what it comes from. */
    public static <T> Optional<T> first(Class<T> kind, @Nullable Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (kind.isInstance(at)) {
                return Optional.of(kind.cast(at));
            }
        }
        return Optional.empty();
    }
}
