package org.rulebatch.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ensures that a disk that is full is named, and that the run goes on when there is room. Needs a user who may mount. */
final class FullDiskIT {

    @TempDir
    private Path folder;

    /** Room for a part of the repository, for the repository and no batch, for some of the batches, for most. */
    private static List<String> rooms() {
        return Thorough.Cases.of("700k", "560k", "900k", "2600k");
    }

    private static List<String> smallRooms() {
        return Thorough.Cases.of("40k", "12k", "24k", "64k", "100k");
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aFullDiskIsNamedAndTheRunGoesOnWhenThereIsRoom(String room) {
        String jobs = "--jobs-dir=" + Path.of("jobs").toAbsolutePath();
        assumeTrue(
                Program.bash(folder, "mkdir disk && mount -t tmpfs -o size=" + room + " tmpfs disk")
                                .code()
                        == 0,
                "no small file system can be mounted");
        try {
            // when
            Ended full = Program.run(folder, "--job=generateRules", jobs, "--output-dir=disk/out");

            // then
            assertThat(full.err() + full.out())
                    .contains("No space left on device", "restart last --output-dir=disk/out")
                    .doesNotContain("\tat ");
            full.with(5);

            // when
            assertThat(Program.bash(folder, "mount -o remount,size=60m disk").code())
                    .isZero();
            Ended again = Program.run(folder, "restart", "last", jobs, "--output-dir=disk/out");

            // then
            again.with(0);
        } finally {
            Program.bash(folder, "umount disk");
        }
    }

    /** Room for no table, or for some of them. */
    @ParameterizedTest
    @MethodSource("smallRooms")
    void aDiskThatIsFullBeforeTheTablesAreMadeLeavesNothingInTheWay(String room) {
        String jobs = "--jobs-dir=" + Path.of("jobs").toAbsolutePath();
        assumeTrue(
                Program.bash(folder, "mkdir disk && mount -t tmpfs -o size=" + room + " tmpfs disk")
                                .code()
                        == 0,
                "no small file system can be mounted");
        try {
            // given
            String[] command = {"--job=generateRules", "--services=kms", "--resume", jobs, "--output-dir=disk/out"};
            assertThat(Program.run(folder, command).code()).isIn(2, 5);
            Program.bash(folder, "mount -o remount,size=60m disk").with(0);

            // then
            Program.run(folder, command).with(0);
        } finally {
            Program.bash(folder, "umount disk");
        }
    }
}
