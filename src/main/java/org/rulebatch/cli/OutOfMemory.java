package org.rulebatch.cli;

import java.util.Optional;
import org.rulebatch.cli.print.ExitCode;
import org.rulebatch.files.Causes;

/** Ends the process when its memory is used up: with the code of a failure that a restart can mend, not with Java's own. */
public final class OutOfMemory {

    private static final String WHAT = "The memory of this process is used up";

    private static final String NEXT =
            "What was committed is kept. Give it more memory, such as java -Xmx1g -jar ..., and resume with the command 'restart last'.";

    private OutOfMemory() {}

    /** From now on no thread can run out of memory in silence, or leave the process half dead. */
    public static void endsTheProcess() {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            try {
                if (in(failure).isPresent()) {
                    end(failure);
                }
            } catch (OutOfMemoryError e) {
                // There is not even room to ask what happened.
                Runtime.getRuntime().halt(ExitCode.FAILED);
            }
            System.err.println("Exception in thread " + thread.getName());
            failure.printStackTrace();
        });
    }

    /** The error, where a failure comes from one. */
    static Optional<OutOfMemoryError> in(Throwable failure) {
        return Causes.first(OutOfMemoryError.class, failure);
    }

    /** What happened and what to do. */
    static String text(Throwable failure) {
        String detail = in(failure).map(Throwable::getMessage).orElse("");
        return WHAT + (detail.isEmpty() ? ". " : " (" + detail + "). ") + NEXT;
    }

    private static void end(Throwable failure) {
        try {
            System.err.println(text(failure));
        } finally {
            Runtime.getRuntime().halt(ExitCode.FAILED);
        }
    }
}
