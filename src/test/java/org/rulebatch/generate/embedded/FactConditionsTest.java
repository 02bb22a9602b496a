package org.rulebatch.generate.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.knowledge.Complies;
import org.rulebatch.knowledge.Fact;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.knowledge.Reading;
import org.rulebatch.knowledge.Resource;
import org.rulebatch.knowledge.Slot;
import org.rulebatch.requirement.Binding;
import org.rulebatch.requirement.Call;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Conditions;
import org.rulebatch.requirement.Operator;
import org.rulebatch.requirement.Quantifier;
import org.rulebatch.ruleyaml.Chains;

/** Ensures that the elements a fact is judged by are the ones its quantifier ranges over. */
final class FactConditionsTest {

    private static final Call VOLUMES = Call.of("ec2", "describe_volumes");
    private static final Complies.Filter IN_USE =
            new Complies.Filter("Volumes[].State", Operator.EQUALS, "in-use", null);

    private final FactConditions facts = new FactConditions(new Chains(Catalog.bundled()), Knowledge.bundled());

    @Test
    void guardsTheResourceItselfWithEvery() {
        assertThat(condition(Quantifier.EVERY, "Volumes[].Encrypted").items()).isEqualTo("Volumes[]");
    }

    @Test
    void rangesOverTheWholeAnswerWithSomeAndNone() {
        assertThat(condition(Quantifier.SOME, "Volumes[].Encrypted").items()).isEmpty();
        assertThat(condition(Quantifier.NONE, "Volumes[].Encrypted").items()).isEmpty();
    }

    @Test
    void rangesOverTheListInsideAResource() {
        assertThat(condition(Quantifier.SOME, "Volumes[].Attachments[].DeleteOnTermination")
                        .items())
                .isEqualTo("Volumes[]");
    }

    @Test
    void turnsDaysAheadIntoTheFuture() {
        Complies ahead = new Complies(Operator.WITHIN_DAYS, -30, Slot.DAYS_AHEAD, null, null, List.of());
        Fact fact = fact(new Reading(VOLUMES, "Volumes[].CreateTime", ahead));

        Condition stated = requirement(fact, Map.of(Slot.DAYS, List.of(45))).main();
        Condition unstated = requirement(fact, Map.of()).main();

        assertThat(stated.value()).isEqualTo(-45);
        assertThat(unstated.value()).isEqualTo(-30);
    }

    @Test
    void makesAConditionForEachPortThatTheRuleStates() {
        Complies.Filter port = new Complies.Filter("Volumes[].Size", Operator.EQUALS, 22, Slot.PORT);
        Complies complies = new Complies(Operator.EQUALS, true, null, null, Quantifier.EVERY, List.of(port));
        Fact fact = fact(new Reading(VOLUMES, "Volumes[].Encrypted", complies));

        List<Condition> both =
                requirement(fact, Map.of(Slot.PORT, List.of(20, 21))).conditions();

        assertThat(both)
                .extracting(each -> each.expectation().where().get(0).value())
                .containsExactly(20, 21);
    }

    @Test
    void makesOneForEachPortOfTheFurtherFieldsToo() {
        Complies.Filter port = new Complies.Filter("Volumes[].Size", Operator.EQUALS, 22, Slot.PORT);
        Complies ofPort = new Complies(Operator.EQUALS, true, null, null, Quantifier.EVERY, List.of(port));
        Complies ofAny = new Complies(Operator.EQUALS, true, null, null, null, List.of());
        Reading further = new Reading(VOLUMES, "Volumes[].MultiAttachEnabled", ofPort);
        Reading once = new Reading(VOLUMES, "Volumes[].FastRestored", ofAny);
        Fact fact = new Fact(
                "family",
                new Reading(VOLUMES, "Volumes[].Encrypted", ofPort),
                null,
                List.of(),
                List.of(further, once),
                null,
                List.of(),
                false,
                List.of(),
                List.of(),
                "");

        assertThat(requirement(fact, Map.of(Slot.PORT, List.of(20, 21))).conditions())
                .extracting(Condition::name)
                .containsExactly(
                        "encrypted", "encrypted", "multi_attach_enabled", "multi_attach_enabled", "fast_restored");
    }

    @Test
    void asksForTheFurtherFieldsOfAFactOnce() {
        Complies complies = new Complies(Operator.EQUALS, true, null, null, null, List.of());
        Reading main = new Reading(VOLUMES, "Volumes[].Encrypted", complies);
        Reading further = new Reading(VOLUMES, "Volumes[].MultiAttachEnabled", complies);
        Fact fact = new Fact(
                "family", main, null, List.of(), List.of(further), null, List.of(), false, List.of(), List.of(), "");

        assertThat(requirement(fact, Map.of()).conditions())
                .extracting(Condition::name)
                .containsExactly("encrypted", "multi_attach_enabled");
    }

    @Test
    void asksAKeyWhoManagesIt() {
        Complies there = new Complies(Operator.EXISTS, null, null, null, null, List.of());
        Fact fact = fact("customer_managed_key", new Reading(VOLUMES, "Volumes[].KmsKeyId", there));

        Conditions requirement = requirement(fact, Map.of());

        assertThat(requirement.logic()).isEqualTo(Conditions.Logic.ALL);
        assertThat(requirement.conditions())
                .extracting(each -> each.call() + " " + each.path() + " " + each.operator() + " " + each.value())
                .containsExactly(
                        "ec2.describe_volumes Volumes[].KmsKeyId EXISTS null",
                        "kms.describe_key KeyMetadata.KeyManager EQUALS CUSTOMER");
    }

    @Test
    void asksWhetherThereIsAKeyWhereAFactLooksAtTheKey() {
        Binding key = new Binding(VOLUMES, "Volumes[].KmsKeyId");
        Call describeKey = new Call("kms", "describe_key", Map.of(), Map.of("KeyId", key));
        Complies customer = new Complies(Operator.EQUALS, "CUSTOMER", null, null, null, List.of());
        Fact fact = fact("customer_managed_key", new Reading(describeKey, "KeyMetadata.KeyManager", customer));

        assertThat(requirement(fact, Map.of()).conditions())
                .extracting(each -> each.call() + " " + each.path() + " " + each.operator())
                .containsExactly(
                        "ec2.describe_volumes Volumes[].KmsKeyId EXISTS",
                        "kms.describe_key KeyMetadata.KeyManager EQUALS");
    }

    private Condition condition(Quantifier quantifier, String path) {
        Complies complies = new Complies(Operator.EQUALS, true, null, null, quantifier, List.of(IN_USE));
        return requirement(fact(new Reading(VOLUMES, path, complies)), Map.of()).main();
    }

    private static Fact fact(Reading reading) {
        return fact("family", reading);
    }

    private static Fact fact(String family, Reading reading) {
        return new Fact(family, reading, null, List.of(), List.of(), null, List.of(), false, List.of(), List.of(), "");
    }

    private static Resource resource() {
        return new Resource(
                "ec2", "volume", List.of(), VOLUMES, "Volumes[]", null, null, null, "", List.of(), List.of());
    }

    private Conditions requirement(Fact fact, Map<Slot, List<Integer>> stated) {
        return (Conditions) facts.requirement(resource(), fact, stated);
    }
}
