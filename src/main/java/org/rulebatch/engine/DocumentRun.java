package org.rulebatch.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.rulebatch.engine.Verdict.Status;
import org.rulebatch.lint.CheckCompiler;
import org.rulebatch.lint.Fault;
import org.rulebatch.lint.Faults;
import org.rulebatch.ruleyaml.Check;
import org.rulebatch.ruleyaml.RuleDocument;

/** One rule file's way through a run. */
final class DocumentRun {

    private final RuleDocument document;
    private final Faults faults;
    private final CallBook.Calls calls;
    private final Geography geography;
    private final CheckCompiler compiler;
    private final Instant now;
    private final CompletableFuture<Optional<String>> account;
    private final ResourceNames names;
    private final Homes homes;

    /**
     * @param now what ages are counted to
     * @param account the account's id; empty if it is not known
     */
    DocumentRun(
            RuleDocument document,
            Faults faults,
            CallBook.Calls calls,
            Geography geography,
            CheckCompiler compiler,
            Instant now,
            CompletableFuture<Optional<String>> account) {
        this.document = document;
        this.faults = faults;
        this.calls = calls;
        this.geography = geography;
        this.compiler = compiler;
        this.now = now;
        this.account = account;
        this.names = new ResourceNames(document);
        this.homes = new Homes(names);
    }

    /** Starts all calls that need no other, and goes on as the answers come. */
    CompletableFuture<ServiceRun> start(List<String> regions) {
        Places each = new Places(document, calls, geography, homes, regions);
        List<List<Place>> places = new ArrayList<>();
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (Check check : document.checks()) {
            // A check that cannot be decided is not worth a call.
            List<Place> found = faults.of(check).isEmpty() ? each.of(check) : List.of();
            found.forEach(place -> all.addAll(place.awaited()));
            places.add(found);
        }
        all.add(account);
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .thenApply(done -> judged(places, account.join()));
    }

    private ServiceRun judged(List<List<Place>> places, Optional<String> account) {
        List<Verdict> verdicts = new ArrayList<>();
        Set<CheckError> errors = new LinkedHashSet<>();
        for (int i = 0; i < places.size(); i++) {
            Check check = document.checks().get(i);
            List<Verdict> own = new ArrayList<>(faulty(check, errors));
            own.addAll(judged(check, places.get(i), account, errors));
            verdicts.addAll(own.isEmpty() ? List.of(none(check)) : own);
        }
        return new ServiceRun(document, verdicts, List.copyOf(errors), Duration.ZERO);
    }

    /** A resource that several regions list is judged once. */
    private List<Verdict> judged(Check check, List<Place> places, Optional<String> account, Set<CheckError> errors) {
        List<List<Map<String, Object>>> items =
                places.stream().map(place -> place.items().join()).toList();
        List<List<Map<String, Object>>> atHome =
                homes.atHome(check.forEach(), places.stream().map(Place::region).toList(), items);
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            verdicts.addAll(judged(check, places.get(i), atHome.get(i), account, errors));
        }
        return verdicts;
    }

    private List<Verdict> judged(
            Check check,
            Place place,
            List<Map<String, Object>> items,
            Optional<String> account,
            Set<CheckError> errors) {
        Assessor assessor = new Assessor(compiler.compile(check), check, place, account, now);
        List<Verdict> verdicts = new ArrayList<>();
        for (Map<String, Object> item : items) {
            Assessor.Assessment assessment = assessor.assess(item);
            assessment.open().ifPresent(open -> note(check, open, errors));
            String resource = name(check, place, item, account);
            verdicts.add(assessment.verdict(document.service(), check, place.region(), resource));
        }
        return verdicts;
    }

    private String name(Check check, Place place, Map<String, Object> item, Optional<String> account) {
        return check.isOfItems() ? names.of(check.forEach(), item, account, place.region()) : "";
    }

    private static void note(Check check, Open open, Set<CheckError> errors) {
        String discovery = open.discovery().isEmpty() ? check.forEach() : open.discovery();
        open.type()
                .ifPresent(error ->
                        errors.add(new CheckError(check.ruleId(), discovery, open.operation(), error, open.reason())));
    }

    private static ErrorType type(Fault fault) {
        return fault.id().equals(Fault.UNRESOLVED) ? ErrorType.UNRESOLVED_TEMPLATE : ErrorType.FIELD_ACCESS;
    }

    private List<Verdict> faulty(Check check, Set<CheckError> errors) {
        List<Fault> found = faults.of(check);
        found.forEach(fault -> errors.add(
                new CheckError(check.ruleId(), fault.place().discovery(), "", type(fault), fault.message())));
        return found.stream()
                .limit(1)
                .map(fault -> Verdict.without(document.service(), check, Status.UNKNOWN, fault.message()))
                .toList();
    }

    private Verdict none(Check check) {
        return Verdict.without(document.service(), check, Status.NOT_APPLICABLE, "there is no such resource");
    }
}
