package org.rulebatch.batch.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.rulebatch.batch.repository.JobNames;
import org.rulebatch.batch.repository.RepositoryContext;
import org.rulebatch.batch.step.FileTable;
import org.rulebatch.batch.step.PartitionTasks;
import org.rulebatch.files.Json;
import org.rulebatch.metadata.Rules;
import org.rulebatch.store.RunFolder;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** A partition of one service, as a manager of the output {@code out} offers it: the only one in its database. */
final class OfferedPartition {

    private OfferedPartition() {}

    static PartitionTasks.Work in(RepositoryContext repository, Path folder, String manager, int deaths)
            throws IOException {
        repository.jdbc().update("delete from RULE_BATCH_FILE");
        repository.jdbc().update("delete from RULE_BATCH_TASK");
        JobRepository jobs = repository.repository();
        JobParameters none = new JobParameters();
        JobExecution job =
                jobs.createJobExecution(jobs.createJobInstance(folder.toString(), none), none, new ExecutionContext());
        long stepId = jobs.createStepExecution(JobNames.WORKER, job).getId();
        PartitionTasks.Work work = new PartitionTasks.Work(
                "out", manager, stepId, "20261126_000000", 1, 1, List.of("s3"), Map.of(), 0, deaths);
        Path rules = Files.writeString(
                folder.resolve("rules"), Json.COMPACT.writeValueAsString(Rules.of("aws.s3.bucket.versioning_enabled")));
        new FileTable(repository.jdbc(), "out", work.runId()).put(RunFolder.rulesName("s3"), rules);
        new PartitionTasks(repository.jdbc(), "out").offer(List.of(work));
        return work;
    }
}
