package org.rulebatch.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.rulebatch.engine.Verdict.Status;
import org.rulebatch.lint.CheckCompiler;
import org.rulebatch.lint.Fault;
import org.rulebatch.lint.Faults;
import org.rulebatch.ruleyaml.Check;
import org.rulebatch.ruleyaml.Demand;
import org.rulebatch.ruleyaml.Discovery;
import org.rulebatch.ruleyaml.RuleDocument;

/** One rule file's way through a run. */
final class DocumentRun {

    /**
     * A check in one region, its items on their way.
     *
     * @param lists the items of its further discoveries, by name
     */
    private record Place(
            String region,
            CompletableFuture<List<Map<String, Object>>> items,
            Map<String, CompletableFuture<List<Map<String, Object>>>> lists) {

        List<CompletableFuture<?>> awaited() {
            List<CompletableFuture<?>> awaited = new ArrayList<>(lists.values());
            awaited.add(items);
            return awaited;
        }

        Map<String, List<Map<String, Object>>> joinedLists() {
            Map<String, List<Map<String, Object>>> joined = new HashMap<>();
            lists.forEach((name, items) -> joined.put(name, items.join()));
            return joined;
        }
    }

    private final RuleDocument document;
    private final Faults faults;
    private final CallBook.Calls calls;
    private final Geography geography;
    private final CheckCompiler compiler;
    private final Instant now;
    private final Judge judge;
    private final CompletableFuture<Optional<String>> account;
    private final ResourceNames names;
    private final Map<String, Discovery> discoveries = new HashMap<>();

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
        this.judge = new Judge(now);
        this.account = account;
        this.names = new ResourceNames(document);
        document.discoveries().forEach(discovery -> discoveries.put(discovery.id(), discovery));
    }

    /** Starts all calls that need no other, and goes on as the answers come. */
    CompletableFuture<ServiceRun> start(List<String> regions) {
        Map<String, Walk> walks = new HashMap<>();
        List<List<Place>> places = new ArrayList<>();
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (Check check : document.checks()) {
            // A check that cannot be decided is not worth a call.
            List<Place> found = faults.of(check).isEmpty() ? places(check, regions, walks) : List.of();
            found.forEach(place -> all.addAll(place.awaited()));
            places.add(found);
        }
        all.add(account);
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .thenApply(done -> judged(places, account.join()));
    }

    /** The regions in which the check asks something that it does not ask in an earlier one. */
    private List<Place> places(Check check, List<String> regions, Map<String, Walk> walks) {
        Set<List<String>> seen = new LinkedHashSet<>();
        List<Place> places = new ArrayList<>();
        for (String region : regions) {
            List<String> asked = asked(check, region);
            if (seen.add(asked)) {
                Walk walk = walks.computeIfAbsent(region, each -> new Walk(document, calls, geography, each));
                places.add(new Place(label(check, asked, region), items(check, walk), lists(check, walk)));
            }
        }
        return check.forEach().equals(Check.ACCOUNT) ? List.of(whole(places)) : places;
    }

    /** An account, and a region, is one item without keys. */
    private static CompletableFuture<List<Map<String, Object>>> items(Check check, Walk walk) {
        return check.isOfItems() ? walk.items(check.forEach()) : CompletableFuture.completedFuture(List.of(Map.of()));
    }

    private static Map<String, CompletableFuture<List<Map<String, Object>>>> lists(Check check, Walk walk) {
        Map<String, CompletableFuture<List<Map<String, Object>>>> lists = new HashMap<>();
        if (check.demand() instanceof Demand.Expressions asked) {
            asked.with().forEach((name, id) -> lists.put(name, walk.items(id)));
        }
        return lists;
    }

    /** The account, with what all the regions hold. */
    private static Place whole(List<Place> places) {
        Map<String, CompletableFuture<List<Map<String, Object>>>> lists = new HashMap<>();
        for (Place place : places) {
            place.lists()
                    .forEach((name, items) -> lists.merge(
                            name,
                            items,
                            (one, other) -> one.thenCombine(other, (a, b) -> {
                                List<Map<String, Object>> all = new ArrayList<>(a);
                                all.addAll(b);
                                return all;
                            })));
        }
        return new Place(Geography.GLOBAL, CompletableFuture.completedFuture(List.of(Map.of())), lists);
    }

    /** Where the check's reads are made, those of its further discoveries among them. */
    private List<String> asked(Check check, String region) {
        List<String> asked = new ArrayList<>(asked(check.forEach(), region));
        if (check.demand() instanceof Demand.Expressions expressions) {
            expressions.with().values().forEach(id -> asked.addAll(asked(id, region)));
        }
        return asked;
    }

    private List<String> asked(String id, String region) {
        List<String> asked = new ArrayList<>();
        Discovery at = discoveries.get(id);
        while (at != null) {
            asked.add(geography.regionFor(at.client(), region));
            String parent = at.forEach();
            at = parent == null ? null : discoveries.get(parent);
        }
        return asked;
    }

    /** A service that is asked in one region, whichever is looked at, has none. */
    private String label(Check check, List<String> asked, String region) {
        return asked.equals(asked(check, "")) ? Geography.GLOBAL : region;
    }

    private ServiceRun judged(List<List<Place>> places, Optional<String> account) {
        List<Verdict> verdicts = new ArrayList<>();
        Set<CheckError> errors = new LinkedHashSet<>();
        for (int i = 0; i < places.size(); i++) {
            Check check = document.checks().get(i);
            List<Verdict> own = new ArrayList<>(faulty(check, errors));
            for (Place place : places.get(i)) {
                own.addAll(judged(check, place, account, errors));
            }
            verdicts.addAll(own.isEmpty() ? List.of(none(check)) : own);
        }
        return new ServiceRun(document, verdicts, List.copyOf(errors), Duration.ZERO);
    }

    private List<Verdict> judged(Check check, Place place, Optional<String> account, Set<CheckError> errors) {
        Function<Map<String, Object>, Assessor.Assessment> assess = check.demand() instanceof Demand.Expressions asked
                ? new Assessor(compiler.compile(check), asked, place.joinedLists(), account, place.region(), now)
                        ::assess
                : item -> Assessor.of(judge.judge((Demand.Conditions) check.demand(), item));
        List<Verdict> verdicts = new ArrayList<>();
        for (Map<String, Object> item : place.items().join()) {
            Assessor.Assessment assessment = assess.apply(item);
            assessment.open().ifPresent(open -> note(check, open, errors));
            String resource = name(check, place, item, account);
            verdicts.add(new Verdict(
                    document.service(), check, assessment.status(), place.region(), resource, assessment.reason()));
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
                .map(fault -> new Verdict(document.service(), check, Status.UNKNOWN, "", "", fault.message()))
                .toList();
    }

    private Verdict none(Check check) {
        return new Verdict(document.service(), check, Status.NOT_APPLICABLE, "", "", "there is no such resource");
    }
}
