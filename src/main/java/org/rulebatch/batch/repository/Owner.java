package org.rulebatch.batch.repository;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A process, told apart from all others.
 *
 * @param machine tells apart machines, their starts, and containers, whatever their names; may be empty
 * @param startedMs start of the process, epoch milliseconds: process ids are used again
 */
public record Owner(String host, String machine, long pid, long startedMs) {

    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final Path PROCESSES = Path.of("/proc/self/ns/pid");

    public static Owner thisProcess() {
        ProcessHandle process = ProcessHandle.current();
        return new Owner(hostName(), machineId(), process.pid(), started(process));
    }

    /** Whether this process is known to be gone, as seen from the other; a process of another machine never is. */
    public boolean isGone(Owner seenFrom) {
        if (!host.equals(seenFrom.host) || machine.isEmpty() || !machine.equals(seenFrom.machine)) {
            return false;
        }
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        return process.isEmpty() || started(process.get()) != startedMs;
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    /** The start of the machine and the set of processes that this one sees; empty where the system does not tell. */
    private static String machineId() {
        try {
            return Files.readString(BOOT).strip() + " " + Files.readSymbolicLink(PROCESSES);
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }
}
