package org.rulebatch.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rulebatch.knowledge.Fact;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.ruleyaml.Chains;
import org.rulebatch.ruleyaml.CheckPlan;
import org.rulebatch.ruleyaml.Planner;
import org.rulebatch.ruleyaml.RuleDocument;
import org.rulebatch.validate.Validator;

/**
 * Ensures that no more whole checks of the knowledge base go unproven than are known to, and that the examples of the others
 * notice at least nine in ten mutants. The first bound is where the prover stands, not where it should be: every check proven.
 */
final class FactsProvenTest {

    private static final Knowledge KNOWLEDGE = Knowledge.bundled();
    private static final Validator VALIDATOR = new Validator(ProofFixture.CATALOG, new Chains(ProofFixture.CATALOG));

    private static final int NOT_PROVEN = 2;
    private static final double NOTICED = 0.90;

    private int count;

    @Test
    void areProvenAndNoticeMutants() {
        Noticed noticed = new Noticed();
        List<String> open = new ArrayList<>();
        ProofFixture.CATALOG.clients().stream()
                .flatMap(client -> KNOWLEDGE.resources(client).stream())
                .flatMap(resource -> resource.facts().stream())
                .forEach(fact -> prove(fact, noticed, open));

        System.out.printf("whole facts: %d of %d not proven%n%s%n", open.size(), count, String.join("\n", open));
        System.out.printf("whole facts: %d mutants, %.1f %% noticed%n", noticed.all(), 100 * noticed.share());
        assertThat(open).hasSizeLessThanOrEqualTo(NOT_PROVEN);
        assertThat(noticed.share())
                .as(() -> String.join("\n", noticed.missed()))
                .isGreaterThanOrEqualTo(NOTICED);
    }

    private void prove(Fact fact, Noticed noticed, List<String> open) {
        Expressions whole = fact.whole();
        if (whole == null) {
            return;
        }
        count++;
        String client = fact.main().call().client();
        String id = "aws." + client + "." + fact.family();
        CheckPlan plan = VALIDATOR.validate(whole).plan();
        if (plan == null) {
            open.add(id + " has no plan");
            return;
        }
        Planner planner = new Planner(client);
        planner.add(new RuleMetadata(id, client, "", "", id, "", "", "", "high"), plan);
        RuleDocument document = planner.document();
        if (ProofFixture.PROVER.prove(document) instanceof Proof.Proven proven) {
            noticed.add(document, proven.examples());
        } else {
            open.add(id + " " + whole.complies());
        }
    }
}
