package org.rulebatch.batch.step;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rulebatch.files.AtomicFile;
import org.rulebatch.store.RunFolder;

/** The files of a run as workers on other machines reach them. Names are relative to the run's folder. */
public interface RunFiles {

    /** Copies a file of the run to this machine. */
    void fetch(String name, Path to) throws IOException;

    /** Makes a file of this machine one of the run's; it is there for good once the caller's transaction is. */
    void put(String name, Path from) throws IOException;

    /** The run's own folder, which the worker sees as well. */
    static RunFiles in(RunFolder run) {
        return new RunFiles() {
            @Override
            public void fetch(String name, Path to) throws IOException {
                Files.copy(run.path().resolve(name), to);
            }

            @Override
            public void put(String name, Path from) throws IOException {
                AtomicFile.writeDurably(run.path().resolve(name), out -> Files.copy(from, out));
            }
        };
    }

    /** What is done with a file; it may fail as files do. */
    @FunctionalInterface
    interface Action {
        void run() throws IOException;

        /** Runs it where only unchecked exceptions may be thrown. */
        default void unchecked() {
            try {
                run();
            } catch (IOException e) {
                throw new UncheckedIOException("a file of the run cannot be written", e);
            }
        }
    }
}
