package org.rulebatch.prove;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.engine.Verdict;
import org.rulebatch.engine.Verdict.Status;
import org.rulebatch.language.Language;
import org.rulebatch.lint.CheckCompiler;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.ruleyaml.CheckPlan;
import org.rulebatch.ruleyaml.Planner;
import org.rulebatch.ruleyaml.RuleDocument;

/** Has the engine judge a check by examples that were found for another one. Thread-safe. */
public final class Judge {

    private static final String CHECK = "check";

    private final Catalog catalog;
    private final Supplier<Language> language;

    /** @param language gives the same one each time */
    public Judge(Catalog catalog, Supplier<Language> language) {
        this.catalog = catalog;
        this.language = language;
    }

    /** What the check says about the example; empty where it makes a read that the example does not answer. */
    public Optional<Status> verdict(CheckPlan plan, Example example) {
        return verdict(plan, example, Moment.NOW).map(Verdict::status);
    }

    /** The same with the reason, at a time. */
    public Optional<Verdict> verdict(CheckPlan plan, Example example, Instant now) {
        String client = plan.calls().get(0).operation().client();
        Planner planner = new Planner(client);
        planner.add(new RuleMetadata(CHECK, client, "", "", "", "", "", "", ""), plan);
        RuleDocument document = planner.document();
        Set<String> reads = new HashSet<>();
        document.discoveries().forEach(each -> reads.add(each.client() + "." + each.action()));
        if (!example.answers().keySet().containsAll(reads)) {
            return Optional.empty();
        }
        Stage stage = new Stage(document, catalog, new CheckCompiler(document, language));
        return Optional.of(stage.verdict(CHECK, example, now));
    }

    /** What examples take for granted: the time, the account and the region, in a sentence. */
    public static String moment() {
        return "Now is " + Moment.NOW + "; the account is " + Moment.ACCOUNT + ", the region " + Moment.REGION + ".";
    }
}
