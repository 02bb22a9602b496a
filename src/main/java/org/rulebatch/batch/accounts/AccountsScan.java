package org.rulebatch.batch.accounts;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.rulebatch.batch.IfUnfinished;
import org.rulebatch.batch.repository.Recovery;
import org.rulebatch.batch.step.Workplace;
import org.rulebatch.engine.ReadCall;
import org.rulebatch.engine.ReadClient;
import org.rulebatch.engine.ReadReply;
import org.rulebatch.store.InputException;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;

/** Executes rule files in many accounts and regions, and goes on with that where an earlier process has not come to the end. */
public final class AccountsScan {

    private static final DateTimeFormatter ID = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT);

    /** A restart looks each partition up by its name: without it, each time through all of them. */
    private static final String INDEX =
            "create index if not exists SCAN_STEPS on BATCH_STEP_EXECUTION (JOB_EXECUTION_ID, STEP_NAME)";

    private final Workplace place;
    private final ScanStore store;
    private final AccountClients clients;
    private final Checks checks;
    private final Clock clock;
    private final Consumer<String> says;

    /**
     * @param place the folder of results, held by this process
     * @param says what is said on the way
     */
    public AccountsScan(Workplace place, AccountClients clients, Checks checks, Clock clock, Consumer<String> says) {
        this.place = place;
        this.store = new ScanStore(place.output());
        this.clients = clients;
        this.checks = checks;
        this.clock = clock;
        this.says = says;
    }

    /**
     * What is asked for.
     *
     * @param identity a hash of the options and rules
     * @param accounts gives the accounts' ids of a new scan
     * @param regions gives the regions of an account; throws {@link InputException} where they cannot be read
     * @param partsAtOnce how many parts are worked on at a time
     */
    public record Request(
            String identity,
            Supplier<List<String>> accounts,
            Function<ReadClient, List<String>> regions,
            int partsAtOnce) {}

    /**
     * Scans to the end, or until a stop is asked for.
     *
     * @return the result; empty if the scan was stopped
     * @throws InputException if another scan of this folder has not come to its end and nothing is said of that
     */
    public Optional<ScanResult> run(Request request, IfUnfinished ifUnfinished) {
        Optional<ScanPlan> unfinished = store.plan()
                .filter(plan -> ifUnfinished != IfUnfinished.START_OVER)
                .filter(plan -> !ScanSummary.isComplete(place.output(), plan.id()));
        unfinished.ifPresent(plan -> requireSame(plan, request, ifUnfinished));
        ScanPlan plan = unfinished.isPresent() ? resumed(unfinished.get(), request) : begun(request);
        List<Part> parts = checks.parts().of(plan);
        Progress progress = new Progress(parts.size(), done(plan, parts), says);
        progress.begins(plan.targets().size());
        BatchStatus status = launch(plan, parts, request.partsAtOnce(), progress);
        if (status == BatchStatus.STOPPED || place.stop().isRequested()) {
            return Optional.empty();
        }
        ScanResult result = new ScanResult(plan, checks.parts(), store, progress.calls());
        return Optional.of(result);
    }

    private void requireSame(ScanPlan plan, Request request, IfUnfinished ifUnfinished) {
        boolean same = plan.identity().equals(request.identity());
        if (ifUnfinished == IfUnfinished.RESTART && same) {
            return;
        }
        throw new InputException(
                "The scan of " + plan.started() + " in " + place.output().path() + " has not come to its"
                        + " end" + (same ? "" : ", and had other accounts, regions, rules or options") + ". "
                        + (same ? "Go on with it by --resume, or start" : "Start")
                        + " a new one with --fresh, or in another folder with --results-dir.");
    }

    private ScanPlan begun(Request request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Target> targets = request.accounts().get().stream()
                .map(account -> target(account, request))
                .toList();
        ScanPlan plan =
                new ScanPlan(ID.format(now.atOffset(ZoneOffset.UTC)), now.toString(), request.identity(), targets);
        store.begin(plan);
        return plan;
    }

    private ScanPlan resumed(ScanPlan plan, Request request) {
        List<Target> targets = plan.targets().stream()
                .map(target -> target.isOpen() ? target(target.account(), request) : target)
                .toList();
        ScanPlan whole = new ScanPlan(plan.id(), plan.started(), plan.identity(), targets);
        store.keep(whole);
        return whole;
    }

    private Target target(String account, Request request) {
        try {
            return new Target(account, request.regions().apply(new Lazily(clients, account)));
        } catch (UnreachableException | InputException e) {
            return new Target(account, List.of()); // its part says why
        }
    }

    /** Opens an account's client only if it is asked. */
    private record Lazily(AccountClients clients, String account) implements ReadClient {
        @Override
        public ReadReply read(ReadCall call) {
            return clients.of(account).read(call);
        }
    }

    private int done(ScanPlan plan, List<Part> parts) {
        return (int) parts.stream()
                .filter(part ->
                        store.result(plan, part).filter(PartResult::isDone).isPresent())
                .count();
    }

    private BatchStatus launch(ScanPlan plan, List<Part> parts, int atOnce, Progress progress) {
        place.repository().jdbc().execute(INDEX);
        JobRepository repository = place.repository().repository();
        JobParameters parameters = new JobParametersBuilder()
                .addString("scan.id", plan.id())
                .addString("output.id", place.outputId())
                .toJobParameters();
        JobExecution last = repository.getLastJobExecution(ScanJob.NAME, parameters);
        if (last != null) {
            if (last.getStatus() == BatchStatus.COMPLETED) {
                return BatchStatus.COMPLETED; // ended before its results were written
            }
            new Recovery(place.repository()).recover(last.getId());
        }
        ScanJob job = new ScanJob(parts, part -> work(plan, part, progress), place.stop());
        try {
            JobExecution execution = place.repository().operator().start(job.in(repository, atOnce), parameters);
            failure(execution).ifPresent(failure -> {
                throw new IllegalStateException(failure);
            });
            return execution.getStatus();
        } catch (JobExecutionException e) {
            throw new IllegalStateException("the job could not be launched", e);
        }
    }

    /** What is on the disk is done, also where the process ended before the repository knew. */
    private void work(ScanPlan plan, Part part, Progress progress) {
        if (store.result(plan, part).filter(PartResult::isDone).isPresent()) {
            return;
        }
        try {
            PartResult result = checks.scanner(clients, clock).scan(part);
            store.keep(plan, part, result);
            progress.done(result);
        } catch (UnreachableException e) {
            store.keep(plan, part, PartResult.unreachable(part, String.valueOf(e.getMessage())));
            progress.unreachable(part, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    /** What went wrong, other than that somebody could not be reached. */
    private static Optional<Throwable> failure(JobExecution execution) {
        List<Throwable> failures = new ArrayList<>(execution.getAllFailureExceptions());
        return failures.stream()
                .filter(failure -> !(failure instanceof UnreachableException))
                .filter(failure -> !(failure instanceof JobExecutionException))
                .findFirst();
    }
}
