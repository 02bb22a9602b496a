package org.rulebatch.batch.remote;

import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.rulebatch.batch.repository.BatchTable;
import org.rulebatch.batch.repository.JobNames;
import org.rulebatch.batch.repository.StopSignal;
import org.rulebatch.batch.step.Failures;
import org.rulebatch.batch.step.FrozenService;
import org.rulebatch.batch.step.PartitionLostException;
import org.rulebatch.batch.step.PartitionTable;
import org.rulebatch.batch.step.RunFiles;
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
 * The step of one partition on a worker. It is the step that a run of one process has; only its files come from elsewhere, and
 * what it commits passes the fence.
 */
final class PartitionWork {

    private final PartitionTable table;
    private final PartitionTable.Claim claim;
    private final RunFiles files;
    private final RunFolder scratch;
    private final Fence fence;
    private final StopSignal stop;
    private final ObservationRegistry observations;

    /** @param scratch a folder of this worker's own, made for this partition */
    PartitionWork(
            PartitionTable table,
            PartitionTable.Claim claim,
            RunFiles files,
            RunFolder scratch,
            Fence fence,
            StopSignal stop,
            ObservationRegistry observations) {
        this.table = table;
        this.claim = claim;
        this.files = files;
        this.scratch = scratch;
        this.fence = fence;
        this.stop = stop;
        this.observations = observations;
    }

    /** Works until the batch is done, has failed, or is to be stopped, which the step says afterwards. */
    StepExecution run(JobRepository repository, ServicePipeline pipeline, ExecutorService threads) throws Exception {
        List<String> services = claim.work().services();
        scratch.create();
        for (String service : services.subList(claim.done(), services.size())) {
            fetch(service);
        }
        StepExecution step = repository.getStepExecution(claim.stepId());
        if (step == null) {
            throw new PartitionLostException();
        }
        // What an earlier worker left of its end; what it committed is known from the table, which is never behind.
        step.setStatus(BatchStatus.STARTING);
        step.setExitStatus(ExitStatus.EXECUTING);
        ServiceReader.setDone(step.getExecutionContext(), claim.done());
        FrozenRules rules = new FrozenRules(scratch);
        ServiceWork work = new ServiceWork(pipeline, threads, services, rules, observations);
        try {
            step(fence.around(repository), work, rules).execute(step);
        } finally {
            // This process lives on: what was begun ahead and is not committed must not ask the model for nothing.
            work.cancel();
        }
        return step;
    }

    private void fetch(String service) throws IOException {
        try {
            files.fetch(RunFolder.rulesName(service), scratch.rules(service));
        } catch (IOException e) {
            // A manager that takes a partition back takes its files, too: that is no fault of this machine's disk.
            fence.commit(() -> {});
            throw e;
        }
    }

    private Step step(JobRepository repository, ServiceWork work, FrozenRules rules) {
        List<String> services = claim.work().services();
        return new StepBuilder(JobNames.WORKER, repository)
                .observationRegistry(observations)
                .<FrozenService, ServiceResult>chunk(1)
                .reader(new ServiceReader(services, rules, () -> {}))
                .processor(new ServiceProcessor(work, stop))
                .writer(this::write)
                .listener(new ErrorKeeper())
                .interruptionPolicy(new StopPolicy(stop))
                .build();
    }

    private void write(Chunk<? extends ServiceResult> results) throws IOException {
        for (ServiceResult result : results) {
            String service = result.service();
            ServiceRecord.write(scratch.record(service), result);
            RunFiles.Action put = () -> files.put(RunFolder.recordName(service), scratch.record(service));
            int done = claim.work().services().indexOf(service) + 1;
            fence.commit(() -> {
                put.unchecked();
                table.done(claim, done);
            });
        }
    }

    /** Leaves the reason of a failure where the manager reads it. */
    private static final class ErrorKeeper implements StepExecutionListener {
        @Override
        public void beforeStep(StepExecution step) {
            step.getExecutionContext().remove(BatchTable.ERROR);
        }

        @Override
        public @Nullable ExitStatus afterStep(StepExecution step) {
            if (step.getStatus() == BatchStatus.FAILED) {
                step.getExecutionContext().putString(BatchTable.ERROR, Failures.of(step));
            }
            return null;
        }
    }
}
