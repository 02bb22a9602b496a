package org.rulebatch.cli.print;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rulebatch.batch.repository.StopSignal;
import org.rulebatch.files.Daemons;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Ends a run in order when the process is asked to end: Ctrl-C, SIGTERM, a closed terminal. Java's own way is not taken, for it
 * closes the database while the run is still ending. A second signal, or {@link #LIMIT_MS}, ends the process at once.
 */
public final class Signals {

    private static final long LIMIT_MS = 4_500;
    private static final List<String> NAMES = List.of("INT", "TERM", "HUP");

    /** The signal of Ctrl-C. */
    private static final String KEY = "INT";

    private Signals() {}

    public static void stop(StopSignal stop, Consumer<String> say, Hints hints) {
        boolean hearsKeys =
                stop(stop, say, () -> "The run was ended: " + stop.reason() + ". Resume it: " + hints.restart("last"));
        if (!hearsKeys && System.console() != null) {
            say.accept(
                    "Ctrl-C does not reach this process: whoever started it had set SIGINT to be ignored, as shells do for"
                            + " what runs in the background. End the run with: " + hints.stop());
        }
    }

    /**
     * @param last says how it ended where that took too long
     * @return whether Ctrl-C reaches the process: Java leaves a signal alone that was ignored when the process was started
     */
    public static boolean stop(StopSignal stop, Consumer<String> say, Supplier<String> last) {
        stop.whenRequested(() -> {
            say.accept("Stopping (" + stop.reason() + "): services in hand are finished if they are nearly done.");
            Daemons.named("stop-limit")
                    .newThread(() -> endAfterLimit(stop, say, last))
                    .start();
        });
        AtomicInteger received = new AtomicInteger();
        boolean hearsKeys = true;
        for (String name : NAMES) {
            try {
                SignalHandler before = Signal.handle(new Signal(name), signal -> {
                    if (received.incrementAndGet() > 1) {
                        end(stop, say, last);
                    }
                    stop.request("SIG" + signal.getName());
                });
                hearsKeys &= !name.equals(KEY) || !before.equals(SignalHandler.SIG_IGN);
            } catch (IllegalArgumentException e) {
                // The system has no such signal, or the JVM was started to leave it alone.
                continue;
            }
        }
        return hearsKeys;
    }

    private static void endAfterLimit(StopSignal stop, Consumer<String> say, Supplier<String> last) {
        try {
            Thread.sleep(stop.cause() == StopSignal.Cause.TAKEN_OVER ? 0 : LIMIT_MS);
            end(stop, say, last);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void end(StopSignal stop, Consumer<String> say, Supplier<String> last) {
        try {
            stop.giveUp();
            say.accept(last.get());
        } finally {
            Runtime.getRuntime().halt(code(stop));
        }
    }

    private static int code(StopSignal stop) {
        return switch (stop.cause()) {
            case ASKED -> ExitCode.STOPPED;
            case REPOSITORY_GONE -> ExitCode.FAILED;
            case TAKEN_OVER -> ExitCode.ALREADY_RUNNING;
        };
    }
}
