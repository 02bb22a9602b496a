package org.rulebatch.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** A process of the jar. */
record Running(Process process, Path out, Path err) {

    Ended end() throws IOException, InterruptedException {
        assertThat(process.waitFor(BatchJar.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as(() -> "the process has ended; it said " + read(out) + read(err))
                .isTrue();
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** @return whether it has ended by itself in that time */
    boolean endsWithin(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** Waits until it has come to something, which it must do before it ends. */
    Running until(Callable<Boolean> reached) {
        await().atMost(BatchJar.PATIENCE)
                .pollInterval(20, TimeUnit.MILLISECONDS)
                .until(() -> reached.call() || !process.isAlive());
        assertThat(process.isAlive())
                .as(() -> "it goes on, but it said " + read(out) + read(err))
                .isTrue();
        return this;
    }

    Running untilErrorsSay(String text) {
        return until(() -> Files.readString(err).contains(text));
    }

    /** SIGKILL. */
    Running kill() {
        process.destroyForcibly();
        return this;
    }

    /** SIGTERM. */
    Running terminate() {
        process.destroy();
        return this;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
