package org.rulebatch.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.rulebatch.batch.repository.Recovery;
import org.rulebatch.batch.repository.RunReference;
import org.rulebatch.batch.repository.RunRow;
import org.rulebatch.batch.step.Workplace;
import org.rulebatch.store.InputException;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.launch.JobExecutionAlreadyRunningException;
import org.springframework.batch.core.repository.JobRepository;

/** Gives up runs and removes old ones. */
public final class Housekeeping {

    private final Workplace place;
    private final Clock clock;

    public Housekeeping(Workplace place, Clock clock) {
        this.place = place;
        this.clock = clock;
    }

    /**
     * Marks a run as given up: it cannot be restarted any more, and no longer stands in the way of a new one.
     *
     * @return its id
     * @throws InputException if there is no such run, or it is complete
     */
    public long abandon(RunReference reference) {
        RunRow row = reference.named(place.runs().all());
        if (row.status() == BatchStatus.COMPLETED) {
            throw new InputException("Run " + row.instanceId() + " is complete; there is nothing to abandon.");
        }
        new Recovery(place.repository()).recover(row.executionId());
        JobExecution execution = place.repository().repository().getJobExecution(row.executionId());
        if (execution == null) {
            throw new IllegalStateException("execution " + row.executionId() + " is not in the repository");
        }
        try {
            place.repository().operator().abandon(execution);
        } catch (JobExecutionAlreadyRunningException e) {
            throw new IllegalStateException("run " + row.instanceId() + " was recovered but is running", e);
        }
        return row.instanceId();
    }

    /**
     * Removes complete runs, with all their attempts and what was kept for a restart; their output stays.
     *
     * @param age of the last change of a run, at least
     * @return the ids of the instances removed
     */
    public List<Long> purge(Duration age) {
        place.forgetRuns();
        LocalDateTime limit = LocalDateTime.now(clock).minus(age);
        List<RunRow> all = place.runs().all();
        List<Long> removed = new ArrayList<>();
        for (RunRow row : all) {
            LocalDateTime updated = row.updated();
            boolean old = updated != null && updated.isBefore(limit);
            if (old && row.status() == BatchStatus.COMPLETED && !row.isReplaced(all)) {
                all.stream()
                        .filter(same -> same.runId().equals(row.runId()))
                        .forEach(same -> removed.add(remove(same)));
                RunFolders.delete(place.output().run(row.runId()));
            }
        }
        return removed;
    }

    private long remove(RunRow row) {
        JobRepository repository = place.repository().repository();
        JobInstance instance = repository.getJobInstance(row.instanceId());
        if (instance != null) {
            repository.deleteJobInstance(instance);
        }
        return row.instanceId();
    }
}
