package org.rulebatch.batch.repository;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * A process, told apart from all others.
 *
 * @param machine tells apart machines, their starts, and containers, whatever their names; empty where the system does not say
 * @param startedMs start of the process, milliseconds from the start of the machine, for process ids are used again; 0 where the
 *     system does not say
 */
public record Owner(String host, String machine, long pid, long startedMs) {

    private static final Processes PROCESSES = Processes.ofThisMachine();

    public static Owner thisProcess() {
        return thisProcess(PROCESSES);
    }

    static Owner thisProcess(Processes processes) {
        long pid = ProcessHandle.current().pid();
        long started = processes.stat(pid).map(Processes.Stat::startedMs).orElse(0L);
        return new Owner(hostName(), processes.machine(), pid, started);
    }

    /** Whether this process is known to be gone, as seen from the other; a process of another machine never is. */
    public boolean isGone(Owner seenFrom) {
        return isGone(seenFrom, PROCESSES);
    }

    boolean isGone(Owner seenFrom, Processes processes) {
        if (!isBeside(seenFrom)) {
            return false;
        }
        Optional<Processes.Stat> stat = processes.stat(pid);
        return stat.map(found -> found.hasEnded() || found.startedMs() != startedMs)
                .orElseGet(() -> ProcessHandle.of(pid).isEmpty());
    }

    /** Whether this process is known to be stopped by a signal (SIGSTOP, Ctrl-Z), as seen from the other. */
    public boolean isStopped(Owner seenFrom) {
        return isStopped(seenFrom, PROCESSES);
    }

    boolean isStopped(Owner seenFrom, Processes processes) {
        return isBeside(seenFrom)
                && !isGone(seenFrom, processes)
                && processes.stat(pid).filter(Processes.Stat::isStopped).isPresent();
    }

    /** {@code process 42 on host}, as people read it. */
    public String text() {
        return "process " + pid + " on " + host;
    }

    private boolean isBeside(Owner other) {
        return host.equals(other.host) && !machine.isEmpty() && machine.equals(other.machine);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
