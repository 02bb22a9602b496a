package org.rulebatch.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulebatch.files.IoReason;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.NestedRuntimeException;

/** Says in people's words what the disk or the database did, where a failure is theirs and not the program's. */
final class Trouble {

    private static final String NEXT =
            "Mend that and start again; a run that had begun goes on with the command 'restart last'.";

    private Trouble() {}

    /** @return empty where the program itself is at fault */
    static Optional<String> of(Throwable failure) {
        IOException input = input(failure);
        if (input != null) {
            String what = failure instanceof UncheckedIOException ? failure.getMessage() : "the run cannot be written";
            return Optional.of(sentence(what + ": " + IoReason.of(input)));
        }
        if (failure instanceof NestedRuntimeException) {
            Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
            return Optional.of(sentence("the job repository has failed: " + root.getMessage()));
        }
        return Optional.empty();
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".\n" + NEXT;
    }

    private static @Nullable IOException input(Throwable failure) {
        IOException found = null;
        for (Throwable at = failure; at != null; at = at.getCause()) {
            found = at instanceof IOException input ? input : found;
        }
        return found;
    }
}
