package org.rulebatch.batch.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ensures that a process is told apart from others by what does not change while it lives, in a /proc made by the test. */
final class OwnerTest {

    private static final long PID = ProcessHandle.current().pid();

    @TempDir
    private Path proc;

    private Processes processes;

    @BeforeEach
    void aMachine() throws IOException {
        processes = new Processes(proc);
        Files.createDirectories(proc.resolve("sys/kernel/random"));
        Files.createDirectories(proc.resolve("self/ns"));
        Files.writeString(proc.resolve("sys/kernel/random/boot_id"), "8f0e3d9e\n");
        Files.createSymbolicLink(proc.resolve("self/ns/pid"), Path.of("pid:[4026531836]"));
        stat('S', 12345);
        bootTime(1_700_000_000);
    }

    @Test
    void aProcessThatLivesIsThereAfterTheClockWasSetForward() throws IOException {
        // given
        Owner living = Owner.thisProcess(processes);

        // when: the kernel computes btime anew from the clock
        bootTime(1_700_003_600);
        Owner later = Owner.thisProcess(processes);

        // then
        assertThat(living.startedMs()).isEqualTo(123_450);
        assertThat(living.isGone(later, processes)).isFalse();
        assertThat(later).isEqualTo(living);
    }

    @Test
    void aProcessIdThatIsUsedAgainIsAnotherProcess() throws IOException {
        Owner first = Owner.thisProcess(processes);
        stat('S', 12346);
        assertThat(first.isGone(Owner.thisProcess(processes), processes)).isTrue();
    }

    @Test
    void aProcessThatHasEndedAndWasNotWaitedForIsGone() throws IOException {
        Owner first = Owner.thisProcess(processes);
        stat('Z', 12345);
        assertThat(first.isGone(first, processes)).isTrue();
        assertThat(first.isStopped(first, processes)).isFalse();
    }

    @Test
    void aProcessThatIsStoppedIsThere() throws IOException {
        Owner owner = Owner.thisProcess(processes);
        assertThat(owner.isStopped(owner, processes)).isFalse();

        stat('T', 12345);

        assertThat(owner.isGone(owner, processes)).isFalse();
        assertThat(owner.isStopped(owner, processes)).isTrue();
    }

    @Test
    void aProcessOfAnotherStartOfTheMachineIsNeverKnownToBeGone() throws IOException {
        Owner before = Owner.thisProcess(processes);
        Files.writeString(proc.resolve("sys/kernel/random/boot_id"), "another\n");
        Files.delete(proc.resolve(PID + "/stat"));
        assertThat(before.isGone(Owner.thisProcess(processes), processes)).isFalse();
    }

    @Test
    void aProcessThatTheSystemHidesIsLookedForByItsId() throws IOException {
        // given: /proc mounted with hidepid
        Owner living = Owner.thisProcess(processes);
        Owner gone = new Owner(living.host(), living.machine(), 999_999_999, 1);
        Files.delete(proc.resolve(PID + "/stat"));

        // then
        assertThat(living.isGone(living, processes)).isFalse();
        assertThat(gone.isGone(living, processes)).isTrue();
    }

    @Test
    void aSystemWithoutProcNamesNoMachine() {
        Processes none = new Processes(proc.resolve("none"));
        Owner owner = Owner.thisProcess(none);
        assertThat(owner.machine()).isEmpty();
        assertThat(owner.isGone(owner, none)).isFalse();
    }

    private void stat(char state, long ticks) throws IOException {
        Path file = proc.resolve(PID + "/stat");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                PID + " (java) S) " + state + " 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 " + ticks + " 20 21\n");
    }

    private void bootTime(long seconds) throws IOException {
        Files.writeString(proc.resolve("stat"), "cpu  1 2 3\nbtime " + seconds + "\n");
    }
}
