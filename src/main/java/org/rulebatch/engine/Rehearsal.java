package org.rulebatch.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.lint.CheckCompiler;
import org.rulebatch.lint.Faults;
import org.rulebatch.ruleyaml.RuleDocument;

/** Executes a rule file as {@link Engine} does, over answers that are there already and in the calling thread. */
public final class Rehearsal {

    private final RuleDocument document;
    private final CheckCompiler compiler;
    private final Faults faults;

    /** @param compiler of this document's checks; each check is compiled once for all runs */
    public Rehearsal(RuleDocument document, Catalog catalog, CheckCompiler compiler) {
        this.document = document;
        this.compiler = compiler;
        this.faults = new Faults(document, catalog, compiler);
    }

    /**
     * Executes all checks of the file.
     *
     * @param client answers at once
     * @param region the one that is looked at
     * @param now what ages are counted to
     * @return the verdicts in the order of the checks
     */
    public List<Verdict> run(ReadClient client, String account, String region, Instant now) {
        DocumentRun run = new DocumentRun(
                document,
                faults,
                new CallBook(client).on(Runnable::run),
                (service, asked) -> asked.isEmpty() ? region : asked,
                compiler,
                now,
                CompletableFuture.completedFuture(Optional.of(account)));
        return run.start(List.of(region)).join().verdicts();
    }
}
