package org.rulebatch.engine.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.engine.Engine;
import org.rulebatch.engine.ServiceRun;
import org.rulebatch.report.entry.Correction;
import org.rulebatch.ruleyaml.RuleDocument;

/** Executes rule files, corrects what is mechanical and tests again, at most twice, and takes out what cannot run. */
public final class RuleTester {

    private static final int MAX_CORRECTIONS = 2;

    private final Engine engine;
    private final List<String> regions;
    private final Repair repair;

    public RuleTester(Engine engine, List<String> regions, Catalog catalog) {
        this.engine = engine;
        this.regions = List.copyOf(regions);
        this.repair = new Repair(catalog);
    }

    /** Tests the files; the outcomes are in their order. */
    List<TestOutcome> test(List<RuleDocument> documents) {
        List<TestOutcome> outcomes = new ArrayList<>();
        for (ServiceRun run : engine.run(documents, regions).services()) {
            outcomes.add(settled(run));
        }
        return outcomes;
    }

    private TestOutcome settled(ServiceRun first) {
        ServiceRun run = first;
        List<Correction> corrections = new ArrayList<>();
        for (int i = 0; i < MAX_CORRECTIONS; i++) {
            Optional<Repair.Repaired> repaired = repair.repair(run);
            if (repaired.isEmpty()) {
                break;
            }
            corrections.addAll(repaired.get().corrections());
            run = engine.run(List.of(repaired.get().document()), regions)
                    .services()
                    .get(0);
        }
        Map<String, String> demoted = new LinkedHashMap<>(Demotion.reasons(run));
        RuleDocument document = Demotion.without(run.document(), demoted.keySet());
        return new TestOutcome(TestCount.of(run, corrections, demoted), document);
    }
}
