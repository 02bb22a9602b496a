package org.rulebatch.prove;

import java.time.Instant;
import java.util.List;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.engine.Rehearsal;
import org.rulebatch.engine.Verdict;
import org.rulebatch.engine.Verdict.Status;
import org.rulebatch.lint.CheckCompiler;
import org.rulebatch.ruleyaml.RuleDocument;

/** Has the engine judge examples by the checks of one rule file. */
final class Stage {

    private static final List<Status> GRAVEST_FIRST =
            List.of(Status.FAIL, Status.UNKNOWN, Status.PASS, Status.NOT_APPLICABLE);

    private final Rehearsal rehearsal;

    Stage(RuleDocument document, Catalog catalog, CheckCompiler compiler) {
        this.rehearsal = new Rehearsal(document, catalog, compiler);
    }

    /** The gravest verdict of a check. */
    Verdict verdict(String ruleId, Example example, Instant now) {
        List<Verdict> verdicts = rehearsal.run(new ExampleClient(example), Moment.ACCOUNT, Moment.REGION, now).stream()
                .filter(verdict -> verdict.check().ruleId().equals(ruleId))
                .toList();
        return GRAVEST_FIRST.stream()
                .flatMap(status -> verdicts.stream().filter(verdict -> verdict.status() == status))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no check " + ruleId));
    }
}
