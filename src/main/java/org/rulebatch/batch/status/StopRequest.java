package org.rulebatch.batch.status;

import java.time.Duration;
import org.rulebatch.batch.repository.LeaseTable;
import org.rulebatch.batch.repository.RepositoryReader;
import org.rulebatch.batch.repository.RepositorySettings;
import org.rulebatch.batch.repository.RunReference;
import org.rulebatch.store.InputException;
import org.rulebatch.store.OutputFolder;

/** Asks the process that works on an output folder to stop, and waits until it has. */
public final class StopRequest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long LOOK_EVERY_MS = 250;

    private final OutputFolder output;
    private final RepositorySettings settings;

    public StopRequest(OutputFolder output, RepositorySettings settings) {
        this.output = output;
        this.settings = settings;
    }

    /**
     * Stops a run.
     *
     * @return the run's state afterwards; {@code running} if it has not ended in time
     * @throws InputException if no process works on the run
     */
    public RunView send(RunReference reference) throws InterruptedException {
        RunInspector inspector = new RunInspector(output, settings);
        RunView run = inspector.run(reference).run();
        if (run.owner() == null) {
            throw new InputException("Run " + run.id() + " is not running: it is " + run.state() + ".");
        }
        RepositoryReader reader = new RepositoryReader(output, settings);
        String token = reader.read().lease().map(LeaseTable.Row::token).orElse("");
        reader.requestStop(token);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (isHeld(reader, token) && System.nanoTime() < end) {
            Thread.sleep(LOOK_EVERY_MS);
        }
        return inspector.run(RunReference.parse(String.valueOf(run.id()))).run();
    }

    private static boolean isHeld(RepositoryReader reader, String token) {
        return reader.read()
                .lease()
                .map(LeaseTable.Row::token)
                .filter(token::equals)
                .isPresent();
    }
}
