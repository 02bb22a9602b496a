package org.rulebatch.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rulebatch.engine.Verdict.Status;
import org.rulebatch.language.Expression;
import org.rulebatch.language.Scope;
import org.rulebatch.language.value.Evaluation;
import org.rulebatch.language.value.UnknownValue;
import org.rulebatch.lint.CheckCompiler.Compiled;
import org.rulebatch.ruleyaml.Check;
import org.rulebatch.ruleyaml.Demand;

/** Judges the items of one place by a check's expressions. Thread-safe. */
final class Assessor {

    /**
     * What came of it.
     *
     * @param reason what was found for a FAIL, why for the others; empty for a PASS
     * @param evidence what a FAIL rests on; nothing for the others
     * @param open what is not known; empty where it was decided
     */
    record Assessment(Status status, String reason, Evidence evidence, Optional<Open> open) {

        Assessment(Status status, String reason, Optional<Open> open) {
            this(status, reason, Evidence.NONE, open);
        }

        Verdict verdict(String service, Check check, String region, String resource) {
            return new Verdict(service, check, status, region, resource, reason, evidence);
        }
    }

    private record NotKnown(String reason) implements UnknownValue {}

    private final Compiled compiled;
    private final Map<String, Object> around;

    /**
     * @param place with all that was awaited
     * @param account the account's id; empty if it is not known
     */
    Assessor(Compiled compiled, Check check, Place place, Optional<String> account, Instant now) {
        this.compiled = compiled;
        this.around = new HashMap<>();
        place.joinedLists().forEach((name, items) -> around.put(name, list(items)));
        around.put(
                Scope.PARAMS,
                check.demand() instanceof Demand.Expressions asked ? asked.parameters() : Map.<String, Object>of());
        around.put(Scope.ACCOUNT, account.<Object>map(id -> id).orElse(new NotKnown("the account is not known")));
        around.put(Scope.REGION, place.region());
        around.put(Scope.NOW, now);
    }

    /** Judges an item; one without keys stands for an account or a region. */
    Assessment assess(Map<String, Object> item) {
        Map<String, Object> values = new HashMap<>(around);
        values.put(Scope.ITEM, item);
        Optional<Assessment> outside = compiled.where().flatMap(where -> outside(where, values));
        return outside.orElseGet(() -> judged(compiled.complies().orElseThrow(), values));
    }

    /** What is said of an item that is not, or perhaps not, of the population. */
    private Optional<Assessment> outside(Expression where, Map<String, Object> values) {
        Evaluation evaluation = where.evaluate(values);
        if (evaluation instanceof Evaluation.True) {
            return Optional.empty();
        }
        return Optional.of(
                evaluation instanceof Evaluation.False
                        ? new Assessment(
                                Status.NOT_APPLICABLE, "the check is about others: " + where.source(), Optional.empty())
                        : undecided(evaluation));
    }

    private static Assessment judged(Expression complies, Map<String, Object> values) {
        Evaluation evaluation = complies.evaluate(values);
        if (evaluation instanceof Evaluation.True) {
            return new Assessment(Status.PASS, "", Optional.empty());
        }
        if (evaluation instanceof Evaluation.False) {
            Evidence evidence = Evidence.of(complies, values);
            return new Assessment(Status.FAIL, evidence.words(), evidence, Optional.empty());
        }
        return undecided(evaluation);
    }

    private static Assessment undecided(Evaluation evaluation) {
        Open open = evaluation instanceof Evaluation.Unknown unknown
                ? gravest(unknown)
                : new Open("", "", Optional.of(ErrorType.FIELD_ACCESS), ((Evaluation.Error) evaluation).message());
        return undecided(open);
    }

    private static Assessment undecided(Open open) {
        Status status = open.isError() ? Status.UNKNOWN : Status.NOT_APPLICABLE;
        return new Assessment(status, open.reason(), Optional.of(open));
    }

    /** A failed call is worth more words than that there was nothing to ask about. */
    private static Open gravest(Evaluation.Unknown unknown) {
        Open first = null;
        for (Evaluation.Missing missing : unknown.missing()) {
            Open open = missing.value() instanceof Open known
                    ? known
                    : new Open("", "", Optional.of(ErrorType.FIELD_ACCESS), missing.toString());
            if (open.isError()) {
                return open;
            }
            first = first == null ? open : first;
        }
        if (first == null) {
            throw new IllegalStateException("nothing is said to be missing");
        }
        return first;
    }

    /** The items; one that stands for a call that failed is an element that is not known. */
    private static List<Object> list(List<Map<String, Object>> items) {
        List<Object> list = new ArrayList<>();
        for (Map<String, Object> item : items) {
            Optional<Open> failed = item.values().stream()
                    .filter(value -> value instanceof Open open && open.isError())
                    .map(Open.class::cast)
                    .findFirst();
            list.add(failed.isPresent() ? failed.get() : item);
        }
        return list;
    }
}
