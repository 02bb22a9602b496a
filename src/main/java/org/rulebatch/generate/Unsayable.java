package org.rulebatch.generate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.requirement.Cause;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Conditions;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Operator;

/**
 * Sends to a person what the conditions of a requirement cannot say rightly, although they can say something: the meaning of a
 * policy document, what an alarm watches, a list that nobody has named. What people decide themselves does not pass here.
 */
public final class Unsayable implements RequirementGenerator {

    private static final Set<Operator> TEXT_SEARCH = Set.of(Operator.CONTAINS, Operator.NOT_CONTAINS);

    /** Members whose text is a policy document, in lower case. */
    private static final Set<String> DOCUMENTS = Set.of(
            "policy",
            "policydocument",
            "resourcepolicy",
            "policytext",
            "assumerolepolicydocument",
            "accesspolicies",
            "accesspolicy",
            "policyinjson",
            "policycontent");

    /** Members whose text is one only below a policy. */
    private static final Set<String> DOCUMENTS_OF_POLICIES = Set.of("document", "content");

    private final RequirementGenerator generator;

    public Unsayable(RequirementGenerator generator) {
        this.generator = generator;
    }

    @Override
    public Proposal propose(RuleMetadata rule) {
        Proposal proposal = generator.propose(rule);
        if (!(proposal.decision() instanceof Decision.WithCheck decided)
                || !(decided.requirement() instanceof Conditions conditions)) {
            return proposal;
        }
        return conditions.conditions().stream()
                .flatMap(condition -> refused(condition).stream())
                .findFirst()
                .map(refusal -> new Proposal(review(refusal, decided), proposal.provenance(), proposal.parts()))
                .orElse(proposal);
    }

    private record Refusal(Cause cause, String reason) {}

    private static Decision review(Refusal refusal, Decision.WithCheck decided) {
        return new Decision.ManualReview(
                refusal.cause(), refusal.reason(), decided.confidence(), decided.candidates(), decided.notes());
    }

    private static Optional<Refusal> refused(Condition condition) {
        if (searchesDocument(condition)) {
            return Optional.of(new Refusal(
                    Cause.NOT_COVERED,
                    "the content of a policy document decides, and the best check only searches its text ("
                            + condition.path()
                            + "): principals, actions and conditions mean the same in many spellings"));
        }
        if (condition.call().operation().equals("describe_metric_filters")) {
            return Optional.of(new Refusal(
                    Cause.NOT_COVERED,
                    "an alarm on events needs a trail, a metric filter on all of the events, and an alarm on its metric;"
                            + " the best check sees the filter only"));
        }
        if (condition.value() instanceof List<?> values && values.isEmpty()) {
            return Optional.of(new Refusal(
                    Cause.NEEDS_PARAMETER,
                    "only your organisation knows the values that " + condition.path() + " may have"));
        }
        return Optional.empty();
    }

    private static boolean searchesDocument(Condition condition) {
        boolean found = isSearch(
                condition.operator(), condition.path(), condition.expectation().key());
        return found
                || condition.expectation().where().stream()
                        .anyMatch(where -> isSearch(where.operator(), where.path(), null));
    }

    private static boolean isSearch(Operator operator, String path, @Nullable String key) {
        String plain = path.replace("[]", "").replace("{}", "").toLowerCase(Locale.ROOT);
        String leaf = plain.substring(plain.lastIndexOf('.') + 1);
        boolean document = DOCUMENTS.contains(leaf)
                || DOCUMENTS_OF_POLICIES.contains(leaf) && plain.contains("policy")
                || Stream.ofNullable(key).anyMatch(entry -> DOCUMENTS.contains(entry.toLowerCase(Locale.ROOT)));
        return document && TEXT_SEARCH.contains(operator);
    }
}
