package org.rulebatch.batch;

import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.rulebatch.batch.remote.RemotePartitionHandler;
import org.rulebatch.batch.repository.BatchTable;
import org.rulebatch.batch.repository.JobNames;
import org.rulebatch.batch.repository.Lease;
import org.rulebatch.batch.repository.Partitions;
import org.rulebatch.batch.repository.StopSignal;
import org.rulebatch.batch.step.BatchListener;
import org.rulebatch.batch.step.BatchPartitioner;
import org.rulebatch.batch.step.FrozenService;
import org.rulebatch.batch.step.Progress;
import org.rulebatch.batch.step.RecordWriter;
import org.rulebatch.batch.step.Run;
import org.rulebatch.batch.step.ServiceProcessor;
import org.rulebatch.batch.step.ServiceReader;
import org.rulebatch.batch.step.ServiceWork;
import org.rulebatch.batch.step.StopPolicy;
import org.rulebatch.pipeline.ServicePipeline;
import org.rulebatch.pipeline.ServiceResult;
import org.rulebatch.store.FrozenRules;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The job {@code generateRules}: prepare, then all batches, several at once, then their test if one is asked for,
 * then the summary. A batch commits after every service; a restart runs only the batches that did not
 * complete.
 */
@Configuration(proxyBeanMethods = false)
public class GenerateRulesJob {

    private final JobRepository repository;
    private final Run run;
    private final ObservationRegistry observations;

    GenerateRulesJob(JobRepository repository, Run run, RunSettings settings) {
        this.repository = repository;
        this.run = run;
        this.observations = settings.observations();
    }

    @Bean
    Job generateRules(Step prepare, Step generate, Optional<RuleTests> tests, Step summarize) {
        SimpleJobBuilder job = new JobBuilder(JobNames.JOB, repository)
                .observationRegistry(observations)
                .start(prepare)
                .next(generate);
        tests.ifPresent(each -> job.next(test(each)));
        return job.next(summarize).build();
    }

    private Step test(RuleTests tests) {
        return new StepBuilder("test", repository)
                .observationRegistry(observations)
                .tasklet(new TestTasklet(run, tests))
                .build();
    }

    @Bean
    Step prepare(BatchTable table, Lease lease) {
        return new StepBuilder("prepare", repository)
                .observationRegistry(observations)
                .tasklet(new PrepareTasklet(run, table, lease))
                .allowStartIfComplete(true)
                .build();
    }

    @Bean
    Step generate(OrderedPartitionHandler threads, Optional<RemotePartitionHandler> workers) {
        PartitionHandler handler = workers.isPresent() ? workers.get() : threads;
        return new StepBuilder("generate", repository)
                .observationRegistry(observations)
                .partitioner(JobNames.WORKER, new BatchPartitioner(run))
                .partitionHandler(handler)
                .build();
    }

    @Bean
    OrderedPartitionHandler threads(Step generateBatch, RunSettings settings) {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("batch-");
        executor.setConcurrencyLimit(settings.maxParallelBatches());
        executor.setDaemon(true);
        if (!observations.isNoop()) {
            executor.setTaskDecorator(new ContextPropagatingTaskDecorator());
        }
        OrderedPartitionHandler handler = new OrderedPartitionHandler();
        handler.setStep(generateBatch);
        handler.setTaskExecutor(executor);
        return handler;
    }

    @Bean
    Step generateBatch(ServiceReader reader, ServiceProcessor processor, StopSignal stop, Progress progress) {
        return new StepBuilder(JobNames.WORKER, repository)
                .observationRegistry(observations)
                .<FrozenService, ServiceResult>chunk(1)
                .reader(reader)
                .processor(processor)
                .writer(new RecordWriter(run.folder(), progress))
                .listener(new BatchListener(run, stop, progress))
                .interruptionPolicy(new StopPolicy(stop))
                .build();
    }

    @Bean
    @StepScope
    ServiceReader reader(@Value("#{stepExecution}") StepExecution step) {
        int number = Partitions.number(step);
        List<String> services = run.plan().services(number);
        return new ServiceReader(services, new FrozenRules(run.folder()), run.batchFolder(number)::publish);
    }

    @Bean
    @StepScope
    ServiceProcessor processor(
            @Value("#{stepExecution}") StepExecution step,
            ServicePipeline pipeline,
            ExecutorService serviceThreads,
            StopSignal stop) {
        List<String> services = run.plan().services(Partitions.number(step));
        ServiceWork work =
                new ServiceWork(pipeline, serviceThreads, services, new FrozenRules(run.folder()), observations);
        return new ServiceProcessor(work, stop);
    }

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService serviceThreads() {
        CustomizableThreadFactory threads = new CustomizableThreadFactory("service-");
        threads.setDaemon(true);
        return Executors.newCachedThreadPool(threads);
    }

    @Bean
    Step summarize(Summarizer summarizer, StopSignal stop) {
        return new StepBuilder("summarize", repository)
                .observationRegistry(observations)
                .tasklet(new SummarizeTasklet(run, summarizer, stop))
                .build();
    }

    @Bean
    Summarizer summarizer(BatchTable table) {
        return new Summarizer(run, table);
    }
}
