package org.rulebatch.batch.accounts;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rulebatch.batch.repository.StopSignal;
import org.rulebatch.batch.step.StopPolicy;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.partition.support.TaskExecutorPartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.core.step.tasklet.TaskletStep;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * The job {@code scanAccounts}: one partitioned step, a partition a part. A part that nobody could look at fails its partition, so
 * that a restart looks again; a part that is done is not done again.
 */
final class ScanJob {

    static final String NAME = "scanAccounts";

    private static final String WORKER = "scanPart";

    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final PartWork work;
    private final StopSignal stop;

    /** Does a part, or throws where it is to be tried again. */
    @FunctionalInterface
    interface PartWork {
        void work(Part part);
    }

    ScanJob(Iterable<Part> parts, PartWork work, StopSignal stop) {
        parts.forEach(part -> this.parts.put(part.name(), part));
        this.work = work;
        this.stop = stop;
    }

    /** @param atOnce how many parts are worked on at a time */
    Job in(JobRepository repository, int atOnce) {
        TaskletStep worker =
                new StepBuilder(WORKER, repository).tasklet(new PartTasklet()).build();
        worker.setInterruptionPolicy(new StopPolicy(stop));
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("part-");
        executor.setConcurrencyLimit(atOnce);
        executor.setDaemon(true);
        InOrder handler = new InOrder();
        handler.setStep(worker);
        handler.setTaskExecutor(executor);
        Step scan = new StepBuilder("scan", repository)
                .partitioner(WORKER, partitioner())
                .partitionHandler(handler)
                .aggregator(ScanJob::sum)
                .build();
        return new JobBuilder(NAME, repository).start(scan).build();
    }

    /** The gravest status of the parts. The framework's own sum puts the texts of all failures together, which takes minutes. */
    private static void sum(StepExecution scan, Collection<StepExecution> parts) {
        BatchStatus status =
                parts.stream().map(StepExecution::getStatus).reduce(BatchStatus.COMPLETED, BatchStatus::max);
        scan.setStatus(status);
        scan.setExitStatus(new ExitStatus(status.name()));
    }

    private Partitioner partitioner() {
        return size -> {
            Map<String, ExecutionContext> partitions = new TreeMap<>();
            parts.keySet().forEach(name -> partitions.put(name, new ExecutionContext()));
            return partitions;
        };
    }

    private static String partition(StepExecution step) {
        return step.getStepName().substring(WORKER.length() + 1);
    }

    private final class PartTasklet implements Tasklet {
        @Override
        public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
            Part part = parts.get(partition(chunk.getStepContext().getStepExecution()));
            if (part == null) { // of an account whose regions were not known before
                return RepeatStatus.FINISHED;
            }
            work.work(part);
            return RepeatStatus.FINISHED;
        }
    }

    /** Account by account, so that a role is assumed once; the framework's own order is random. */
    private static final class InOrder extends TaskExecutorPartitionHandler {
        @Override
        protected Set<StepExecution> doHandle(StepExecution manager, Set<StepExecution> partitions) throws Exception {
            return super.doHandle(
                    manager,
                    partitions.stream()
                            .sorted(Comparator.comparing(StepExecution::getStepName))
                            .collect(Collectors.toCollection(LinkedHashSet::new)));
        }
    }
}
