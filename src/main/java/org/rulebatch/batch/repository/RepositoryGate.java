package org.rulebatch.batch.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Lets one process at a time open an H2 file. The first process that opens it serves all others, so it must be the one that runs
 * the job: a reader that is first keeps the gate shut until it is done.
 */
final class RepositoryGate implements AutoCloseable {

    private final @Nullable FileChannel lock;

    private RepositoryGate(@Nullable FileChannel lock) {
        this.lock = lock;
    }

    /** Waits until no other process is in the gate; a repository that is no file of ours has none. */
    static RepositoryGate enter(RepositorySettings settings) {
        Path folder = settings.folder();
        if (folder == null) {
            return new RepositoryGate(null);
        }
        // H2 serves other processes of this machine only.
        System.setProperty("h2.bindAddress", "127.0.0.1");
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("gate"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.lock();
            return new RepositoryGate(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be written", e);
        }
    }

    @Override
    public void close() {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
