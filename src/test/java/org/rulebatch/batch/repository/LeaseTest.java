package org.rulebatch.batch.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.rulebatch.batch.Postgres;
import org.springframework.jdbc.core.JdbcTemplate;

final class LeaseTest {

    private static final Owner HERE = Owner.thisProcess();

    private final JdbcTemplate jdbc = Postgres.h2();
    private final StopSignal stop = new StopSignal();

    @Test
    void theSecondIsRefusedAndToldWhoTheFirstIs() {
        // given
        try (Lease first = Lease.acquire(jdbc, "out", HERE, stop)) {
            first.worksOn("20260102_030405", () -> {});

            // then
            assertThatThrownBy(() -> Lease.acquire(jdbc, "out", HERE, stop))
                    .isInstanceOf(AlreadyRunningException.class)
                    .hasMessageContaining("process " + HERE.pid() + " on " + HERE.host() + ", since 20")
                    .hasMessageContaining("run 20260102_030405");
        }
    }

    @Test
    void anotherFolderIsFree() {
        try (Lease first = Lease.acquire(jdbc, "out", HERE, stop);
                Lease second = Lease.acquire(jdbc, "other", HERE, stop)) {
            assertThat(first).isNotSameAs(second);
        }
    }

    @Test
    void aLeaseThatIsGivenBackIsFree() {
        Lease.acquire(jdbc, "out", HERE, stop).close();
        Lease.acquire(jdbc, "out", HERE, stop).close();
        assertThat(table().find()).isEmpty();
    }

    @Test
    void aProcessOfThisMachineThatIsGoneLosesItAtOnce() {
        // given: a process id that is in use, but by a process started at another time
        table().insert("old", new Owner(HERE.host(), HERE.machine(), HERE.pid(), HERE.startedMs() - 1));

        // then
        Lease.acquire(jdbc, "out", HERE, stop).close();
    }

    @Test
    void aProcessOfAnotherMachineKeepsItUntilItExpires() {
        // given
        table().insert("old", new Owner("elsewhere", "another boot", 1, 1));
        assertThatThrownBy(() -> Lease.acquire(jdbc, "out", HERE, stop)).hasMessageContaining("process 1 on elsewhere");

        // when
        jdbc.update("update RULE_BATCH_LEASE set HEARTBEAT = HEARTBEAT - interval '31' second");

        // then
        Lease.acquire(jdbc, "out", HERE, stop).close();
    }

    @Test
    void aLeaseThatIsRenewedIsKeptThoughTheClockWasSetForward() {
        // given
        try (Lease first = Lease.acquire(jdbc, "out", HERE, stop)) {
            // when: until the next heartbeat the last one looks an hour old
            jdbc.update("update RULE_BATCH_LEASE set HEARTBEAT = HEARTBEAT - interval '1' hour");

            // then
            assertThatThrownBy(() -> Lease.acquire(jdbc, "out", HERE, new StopSignal()))
                    .isInstanceOf(AlreadyRunningException.class);
            assertThat(table().find().orElseThrow().token()).isEqualTo(first.token());
        }
    }

    @Test
    void anOwnerThatIsStoppedByASignalIsNamedWithWhatToDo() throws IOException, InterruptedException {
        // given
        Process sleeping = new ProcessBuilder("sleep", "600").start();
        try {
            Owner owner = owner(sleeping);
            table().insert("stopped", owner);
            new ProcessBuilder("kill", "-STOP", String.valueOf(sleeping.pid()))
                    .start()
                    .waitFor();

            // then
            await().until(() -> owner.isStopped(HERE));
            assertThatThrownBy(() -> Lease.acquire(jdbc, "out", HERE, stop))
                    .isInstanceOf(AlreadyRunningException.class)
                    .hasMessageContaining("process " + sleeping.pid() + " on " + HERE.host())
                    .hasMessageContaining("It has been stopped by a signal (SIGSTOP or Ctrl-Z) and does nothing.")
                    .hasMessageContaining("'kill -CONT " + sleeping.pid() + "'")
                    .hasMessageContaining("'restart last'");
        } finally {
            sleeping.destroyForcibly();
        }
    }

    private static Owner owner(Process process) {
        assumeTrue(!HERE.machine().isEmpty(), "the system has no /proc");
        long started =
                Processes.ofThisMachine().stat(process.pid()).orElseThrow().startedMs();
        return new Owner(HERE.host(), HERE.machine(), process.pid(), started);
    }

    @Test
    void anUnknownMachineIsNeverTakenForGone() {
        Owner nameless = new Owner(HERE.host(), "", 999_999_999, 1);
        assertThat(nameless.isGone(HERE)).isFalse();
        assertThat(new Owner(HERE.host(), HERE.machine(), 999_999_999, 1).isGone(HERE))
                .isEqualTo(!HERE.machine().isEmpty());
        assertThat(HERE.isGone(HERE)).isFalse();
    }

    @Test
    void aLostLeaseStopsTheRun() {
        // given
        try (Lease lease = Lease.acquire(jdbc, "out", HERE, stop)) {
            // when
            jdbc.update("update RULE_BATCH_LEASE set TOKEN = 'another'");

            // then
            awaitStop();
            assertThat(stop.reason()).isEqualTo("another process has taken over");
            assertThat(lease).isNotNull();
        }
    }

    @Test
    void aRequestToStopReachesTheOwner() {
        // given
        try (Lease lease = Lease.acquire(jdbc, "out", HERE, stop)) {
            String token = table().find().orElseThrow().token();

            // when
            table().requestStop(token);

            // then
            awaitStop();
            assertThat(stop.reason()).isEqualTo("the command 'stop'");
            assertThat(lease).isNotNull();
        }
    }

    private void awaitStop() {
        await().atMost(Duration.ofSeconds(20)).until(stop::isRequested);
    }

    private LeaseTable table() {
        return new LeaseTable(jdbc, "out", Lease.EXPIRY);
    }
}
