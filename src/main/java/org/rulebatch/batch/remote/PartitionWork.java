package org.rulebatch.batch.remote;

import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.rulebatch.batch.repository.BatchTable;
import org.rulebatch.batch.repository.JobNames;
import org.rulebatch.batch.repository.RepositoryContext;
import org.rulebatch.batch.repository.StopSignal;
import org.rulebatch.batch.step.Failures;
import org.rulebatch.batch.step.FileTable;
import org.rulebatch.batch.step.FrozenService;
import org.rulebatch.batch.step.PartitionLostException;
import org.rulebatch.batch.step.PartitionTasks;
import org.rulebatch.batch.step.ServiceProcessor;
import org.rulebatch.batch.step.ServiceReader;
import org.rulebatch.batch.step.ServiceWork;
import org.rulebatch.batch.step.StopPolicy;
import org.rulebatch.pipeline.ServicePipeline;
import org.rulebatch.pipeline.ServiceResult;
import org.rulebatch.report.ServiceRecord;
import org.rulebatch.store.FrozenRules;
import org.rulebatch.store.RunFolder;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.Chunk;

/**
 * The step of one partition on a worker. It is the step that a run of one process has; only its files come from the repository,
 * and a service's results are stored in the transaction in which Spring Batch raises the step's version. Where somebody else has
 * raised it since, the transaction is rolled back.
 */
final class PartitionWork {

    private final RepositoryContext repository;
    private final PartitionTasks.Work work;
    private final FileTable files;
    private final RunFolder scratch;
    private final StopSignal stop;
    private final ObservationRegistry observations;

    /** @param scratch a folder of this worker's own, made for this partition */
    PartitionWork(
            RepositoryContext repository,
            PartitionTasks.Work work,
            RunFolder scratch,
            StopSignal stop,
            ObservationRegistry observations) {
        this.repository = repository;
        this.work = work;
        this.files = new FileTable(repository.jdbc(), work.outputId(), work.runId());
        this.scratch = scratch;
        this.stop = stop;
        this.observations = observations;
    }

    /**
     * Works until the batch is done, has failed, or is to be stopped, which the step says afterwards.
     *
     * @throws PartitionLostException if the manager has taken the partition back
     * @throws org.springframework.dao.OptimisticLockingFailureException if another worker has begun it meanwhile
     */
    StepExecution run(ServicePipeline pipeline, ExecutorService threads) throws Exception {
        JobRepository jobs = repository.repository();
        StepExecution step = jobs.getStepExecution(work.stepId());
        if (step == null) {
            throw new PartitionLostException();
        }
        if (step.getStatus() == BatchStatus.COMPLETED) {
            return step;
        }
        scratch.create();
        List<String> services = work.services();
        int done = ServiceReader.done(step.getExecutionContext());
        for (String service : services.subList(done, services.size())) {
            fetch(service);
        }
        // What an earlier worker left of its end.
        step.setStatus(BatchStatus.STARTING);
        step.setExitStatus(ExitStatus.EXECUTING);
        FrozenRules rules = new FrozenRules(scratch);
        ServiceWork onServices = new ServiceWork(pipeline, threads, services, rules, observations);
        try {
            step(jobs, onServices, rules).execute(step);
        } finally {
            // This process lives on: what was begun ahead and is not committed must not ask the model for nothing.
            onServices.cancel();
        }
        return step;
    }

    private void fetch(String service) throws IOException {
        String name = RunFolder.rulesName(service);
        if (!files.has(name)) {
            throw new PartitionLostException();
        }
        files.fetch(name, scratch.rules(service));
    }

    private Step step(JobRepository jobs, ServiceWork onServices, FrozenRules rules) {
        return new StepBuilder(JobNames.WORKER, jobs)
                .observationRegistry(observations)
                .<FrozenService, ServiceResult>chunk(1)
                .transactionManager(
                        Objects.requireNonNull(repository.transactions().getTransactionManager()))
                .reader(new ServiceReader(work.services(), rules, () -> {}))
                .processor(new ServiceProcessor(onServices, stop))
                .writer(this::write)
                .listener(new EndKeeper(stop))
                .interruptionPolicy(new StopPolicy(stop))
                .build();
    }

    private void write(Chunk<? extends ServiceResult> results) throws IOException {
        for (ServiceResult result : results) {
            String service = result.service();
            ServiceRecord.write(scratch.record(service), result);
            files.put(RunFolder.recordName(service), scratch.record(service));
        }
    }

    /** Leaves the reason of an end where the manager reads it. */
    private record EndKeeper(StopSignal stop) implements StepExecutionListener {
        @Override
        public void beforeStep(StepExecution step) {
            step.getExecutionContext().remove(BatchTable.ERROR);
            step.getExecutionContext().remove(PartitionTasks.HALTED);
        }

        @Override
        public @Nullable ExitStatus afterStep(StepExecution step) {
            if (step.getStatus() == BatchStatus.FAILED) {
                step.getExecutionContext().putString(BatchTable.ERROR, Failures.of(step));
            }
            if (!stop.halted().isEmpty()) {
                step.getExecutionContext().putString(PartitionTasks.HALTED, stop.halted());
            }
            return null;
        }
    }
}
