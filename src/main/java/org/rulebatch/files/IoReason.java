package org.rulebatch.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says in a few words why a file could not be read or written; the platform's messages are often only the file's name. */
public final class IoReason {

    private IoReason() {}

    public static String of(IOException failure) {
        if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist";
        }
        if (failure instanceof AccessDeniedException denied) {
            return denied.getFile() + ": permission denied";
        }
        if (failure instanceof FileAlreadyExistsException file) {
            return file.getFile() + " is a file";
        }
        if (failure instanceof NotDirectoryException file) {
            return file.getFile() + " is no folder";
        }
        if (failure instanceof FileSystemException file && file.getReason() == null) {
            return file.getClass().getSimpleName() + " " + file.getFile();
        }
        return String.valueOf(failure.getMessage());
    }
}
