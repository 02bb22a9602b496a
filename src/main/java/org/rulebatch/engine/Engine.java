package org.rulebatch.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.ruleyaml.CheckParameters;
import org.rulebatch.ruleyaml.RuleDocument;

/**
 * Executes rule files. Calls run in parallel, each distinct one once; the verdicts stand in the order of the files, whatever
 * the order in which the answers come.
 */
public final class Engine {

    /** How many calls are under way at once, unless told otherwise. */
    public static final int CALLS_AT_ONCE = 16;

    private final CallBook calls;
    private final Geography geography;
    private final Programs programs;
    private final Clock clock;
    private final int callsAtOnce;
    private final CheckParameters parameters;

    /** An engine that takes the values of parameters from the rule files. */
    public Engine(ReadClient client, Geography geography, Catalog catalog, Clock clock, int callsAtOnce) {
        this(client, geography, catalog, clock, callsAtOnce, CheckParameters.NONE);
    }

    /**
     * @param catalog says what the reads answer
     * @param clock its time at the start of a run is what ages are counted to
     * @param parameters values that come before those of the rule files
     */
    public Engine(
            ReadClient client,
            Geography geography,
            Catalog catalog,
            Clock clock,
            int callsAtOnce,
            CheckParameters parameters) {
        this(client, geography, new Programs(catalog), clock, callsAtOnce, parameters);
    }

    /** The same with checks that other engines share. */
    public Engine(
            ReadClient client,
            Geography geography,
            Programs programs,
            Clock clock,
            int callsAtOnce,
            CheckParameters parameters) {
        this.calls = new CallBook(client);
        this.geography = geography;
        this.programs = programs;
        this.clock = clock;
        this.callsAtOnce = callsAtOnce;
        this.parameters = parameters;
    }

    /**
     * Executes the files in each of the regions; services that are the same everywhere are looked at once. What an earlier run
     * of this engine was answered is not asked again.
     */
    public RunResult run(List<RuleDocument> documents, List<String> regions) {
        Instant start = clock.instant();
        ExecutorService executor = Executors.newFixedThreadPool(callsAtOnce, threads());
        try {
            int before = calls.size();
            CallBook.Calls asked = calls.on(executor);
            CompletableFuture<Optional<String>> account = account(regions, asked);
            List<CompletableFuture<ServiceRun>> runs = new ArrayList<>();
            for (RuleDocument file : documents) {
                RuleDocument document = parameters.applied(file);
                Programs.Program program = programs.of(document);
                DocumentRun run = new DocumentRun(
                        document, program.faults(), asked, geography, program.compiler(), start, account);
                runs.add(run.start(regions)
                        .thenApply(found -> found.of(file, Duration.between(start, clock.instant()))));
            }
            List<ServiceRun> done = runs.stream().map(CompletableFuture::join).toList();
            return new RunResult(
                    done,
                    account.join(),
                    calls.size() - before,
                    calls.answered(),
                    Duration.between(start, clock.instant()));
        } finally {
            executor.shutdownNow();
        }
    }

    /** The account that the credentials belong to; empty if that is not answered. */
    private CompletableFuture<Optional<String>> account(List<String> regions, CallBook.Calls asked) {
        if (regions.isEmpty()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return asked.ask(CallBook.identity(geography.regionFor("sts", regions.get(0))))
                .thenApply(reply -> reply instanceof ReadReply.Answer answer
                        ? Optional.ofNullable(answer.response().get("Account")).map(Object::toString)
                        : Optional.empty());
    }

    private static ThreadFactory threads() {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, "read-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
