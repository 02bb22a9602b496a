package org.rulebatch.batch.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The processes of this machine as Linux shows them in {@code /proc}; the format of {@code <pid>/stat} is that of proc(5). A
 * process's start is counted from the start of the machine: the time of day that Java gives is computed from {@code btime}, which
 * moves when the clock is set.
 */
final class Processes {

    /** A clock tick of {@code <pid>/stat}: USER_HZ is 100 on all architectures that Java runs on. */
    private static final long TICK_MS = 10;

    /** Of the fields that follow the command's name, which may hold blanks and brackets itself. */
    private static final int STATE = 0;

    private static final int START = 19;

    private final Path proc;

    /**
     * A process.
     *
     * @param state a letter, such as {@code S} or {@code T}
     * @param startedMs milliseconds from the start of the machine
     */
    record Stat(char state, long startedMs) {

        /** It has been stopped by a signal, and does nothing until it gets another. */
        boolean isStopped() {
            return state == 'T' || state == 't';
        }

        /** It has ended, and only its parent has not asked how. */
        boolean hasEnded() {
            return state == 'Z' || state == 'X';
        }
    }

    Processes(Path proc) {
        this.proc = proc;
    }

    static Processes ofThisMachine() {
        return new Processes(Path.of("/proc"));
    }

    /** The start of the machine and the set of processes that this one sees; empty where the system does not say. */
    String machine() {
        try {
            return Files.readString(proc.resolve("sys/kernel/random/boot_id")).strip() + " "
                    + Files.readSymbolicLink(proc.resolve("self/ns/pid"));
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }

    /** What the system says of a process; empty where it says nothing, also because the process is another user's. */
    Optional<Stat> stat(long pid) {
        try {
            String text = Files.readString(proc.resolve(pid + "/stat"));
            String[] fields = text.substring(text.lastIndexOf(')') + 1).strip().split(" ");
            return Optional.of(new Stat(fields[STATE].charAt(0), Long.parseLong(fields[START]) * TICK_MS));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
