package org.rulebatch.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.batch.FolderState;
import org.rulebatch.batch.status.RunView;
import org.rulebatch.store.Freezer;
import org.rulebatch.store.OutputFolder;

/**
 * Ends the real program at random moments of its runs over the starter rules, and restarts it until each run is done.
 * {@code -Dkills=200} does it more often, {@code -Dkills.seed=7} at other moments.
 */
final class KillIT {

    private static final int KILLS = Thorough.Cases.times("kills", 1, 5);
    private static final long SEED = Long.getLong("kills.seed", 20261125L);

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);
    private long duration;
    private SortedMap<String, String> expected = new TreeMap<>();

    @BeforeEach
    void uninterrupted() throws Exception {
        BatchJar jar = new BatchJar(folder.resolve("uninterrupted"));
        long start = System.nanoTime();
        jar.run("--job=generateRules").with(0);
        duration = (System.nanoTime() - start) / 1_000_000;
        expected = FolderState.of(jar.out());
    }

    @Test
    void nothingIsLostOrDoneTwiceWhenTheProcessIsKilled() throws Exception {
        // 0: it had ended by itself before the signal came.
        endAtRandomMoments(
                Running::kill,
                List.of(137, 0),
                List.of("interrupted", "failed", "complete"),
                List.of("initializing", "processing", "summarizing", "complete"));
    }

    @Test
    @Thorough
    void nothingIsLostOrDoneTwiceWhenTheProcessIsTerminated() throws Exception {
        // 143: the signal came before the program had begun; 0: when the run was done.
        endAtRandomMoments(
                Running::terminate, List.of(3, 143, 0), List.of("stopped", "complete"), List.of("stopped", "complete"));
    }

    private void endAtRandomMoments(
            Consumer<Running> end, List<Integer> codes, List<String> states, List<String> statuses) throws Exception {
        int ends = 0;
        int generated = 0;
        int runs = 0;
        while (ends < KILLS) {
            BatchJar jar = new BatchJar(folder.resolve("run-" + ++runs));
            OutputState state = new OutputState(jar.out());
            Attempts attempts = new Attempts();
            int code = -1;
            while (code != 0 || !isComplete(state)) {
                Running process = jar.start(command(state));
                boolean early = ends < KILLS && !process.endsWithin(random.nextLong(duration));
                if (early) {
                    end.accept(process);
                    ends++;
                }
                Ended ended = process.end();
                attempts.add(ended.generated());
                code = ended.code();
                if (early) {
                    assertThat(code).as(ended.out() + ended.err()).isIn(codes);
                    state.assertTrue(states, statuses);
                } else {
                    ended.with(0);
                }
            }
            assertThat(FolderState.of(jar.out())).isEqualTo(expected);
            state.assertTidy();
            assertThat(state.metadata().path("status").asString()).isEqualTo("complete");
            OutputFolder output = new OutputFolder(jar.out());
            attempts.assertNothingTwice(
                    Freezer.read(output.run(state.runs().get(0).runId())));
            generated += attempts.total();
        }
        System.out.println(ends + " ends in " + runs + " runs, " + generated + " services generated, "
                + (generated - 50 * runs) + " of them again");
    }

    private static boolean isComplete(OutputState state) {
        List<RunView> runs = state.runs();
        return !runs.isEmpty() && runs.get(0).state().equals("complete");
    }

    private static String[] command(OutputState state) throws IOException {
        return state.runs().isEmpty() ? new String[] {"--job=generateRules"} : new String[] {"restart", "last"};
    }
}
