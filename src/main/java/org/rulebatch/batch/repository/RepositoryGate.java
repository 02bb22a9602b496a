package org.rulebatch.batch.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.rulebatch.files.PrivateFolder;

/**
 * Lets one process at a time open or close an H2 file, or look into it for a moment: a run that begins waits for one that looks,
 * and finds the file held only by another run.
 */
final class RepositoryGate implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long LOOK_EVERY_MS = 50;

    private final @Nullable FileChannel lock;

    private RepositoryGate(@Nullable FileChannel lock) {
        this.lock = lock;
    }

    /**
     * Waits until no other process is in the gate; a repository that is no file of ours has none.
     *
     * @throws AlreadyRunningException if one stays in it
     */
    static RepositoryGate enter(RepositorySettings settings) {
        Path folder = settings.folder();
        if (folder == null) {
            return new RepositoryGate(null);
        }
        try {
            PrivateFolder.make(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("gate"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!isLocked(channel)) {
                if (System.nanoTime() > end) {
                    channel.close();
                    throw new AlreadyRunningException(
                            "Another process has been opening or closing the job repository in "
                                    + folder + " for " + PATIENCE.toSeconds()
                                    + " s. Wait for it, end it if it is suspended, or choose another --output-dir.");
                }
                Thread.sleep(LOOK_EVERY_MS);
            }
            return new RepositoryGate(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be written", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the job repository was waited for", e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // Another thread of this process is in the gate.
            return false;
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
