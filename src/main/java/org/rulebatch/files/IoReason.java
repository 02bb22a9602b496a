package org.rulebatch.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;

/** Says in words why a file could not be read or written; Java's own exceptions often hold no more than its name. */
public final class IoReason {

    private IoReason() {}

    /** The reason, if reading or writing a file is what the failure comes from. */
    public static Optional<String> of(Throwable failure) {
        return Causes.first(IOException.class, failure).map(IoReason::words);
    }

    public static String words(IOException failure) {
        if (!(failure instanceof FileSystemException at)) {
            return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        }
        String reason = at.getReason();
        if (reason != null) {
            return reason + ": " + at.getFile();
        }
        if (at instanceof NoSuchFileException) {
            return at.getFile() + " does not exist";
        }
        if (at instanceof AccessDeniedException) {
            return at.getFile() + ": permission denied";
        }
        if (at instanceof NotDirectoryException) {
            return at.getFile() + " is not a folder";
        }
        if (at instanceof DirectoryNotEmptyException) {
            return at.getFile() + " is a folder in the way";
        }
        return at instanceof FileAlreadyExistsException
                ? at.getFile() + " is in the way"
                : at.getClass().getSimpleName() + ": " + at.getFile();
    }
}
