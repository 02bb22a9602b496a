package org.rulebatch.prove;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.engine.ReadCall;
import org.rulebatch.engine.ReadReply;
import org.rulebatch.engine.Rehearsal;
import org.rulebatch.engine.Verdict;
import org.rulebatch.engine.Verdict.Status;
import org.rulebatch.language.Language;
import org.rulebatch.lint.CheckCompiler;
import org.rulebatch.ruleyaml.Check;
import org.rulebatch.ruleyaml.RuleDocument;

/**
 * Makes examples of what a scan read: the answers that a verdict depends on, without the other resources, and with made names and
 * numbers in place of the account's own.
 */
public final class RealExamples {

    private final Catalog catalog;
    private final Supplier<Language> language;
    private final Recording recording;
    private final Optional<String> account;

    /**
     * @param recording of the scan
     * @param account the account's id; empty if it is not known
     */
    public RealExamples(Catalog catalog, Supplier<Language> language, Recording recording, Optional<String> account) {
        this.catalog = catalog;
        this.language = language;
        this.recording = recording;
        this.account = account;
    }

    /**
     * An example, and what in it is made.
     *
     * @param now what ages in it count to
     * @param made kinds of what was replaced, each with how many there were
     * @param namesKept whether names of resources are the account's own, since the check says something else of made ones
     */
    public record Saved(Example example, Instant now, Map<String, Integer> made, boolean namesKept) {
        public Saved {
            made = Collections.unmodifiableMap(new LinkedHashMap<>(made));
        }
    }

    /**
     * The example of a verdict.
     *
     * @param document the file that the check stands in
     * @param now the start of the scan
     * @throws IllegalArgumentException with a sentence for people, if no example can be made of it
     */
    public Saved of(RuleDocument document, Verdict verdict, Instant now) {
        if (verdict.status() == Status.UNKNOWN) {
            throw new IllegalArgumentException(
                    "the scan could not decide it, and an example needs a verdict: " + verdict.reason());
        }
        RuleDocument alone = document.checks().stream()
                .filter(each -> each.ruleId().equals(verdict.check().ruleId()))
                .map(document::only)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("its rule file has no such check"));
        CheckCompiler compiler = new CheckCompiler(alone, language);
        Heard heard = new Heard(alone, compiler, verdict, now);
        Map<ReadCall, Map<String, Object>> answers = heard.answers();
        if (!heard.isAsScanned(answers)) {
            throw new IllegalArgumentException("its verdict depends on answers of several regions, or on stated"
                    + " parameters, which an example does not hold; scan one region, without --parameters");
        }
        Map<ReadCall, Map<String, Object>> own = new OwnAnswers(heard::isAsScanned).of(answers, alone);
        Stage stage = new Stage(alone, catalog, compiler);
        for (boolean names : List.of(true, false)) {
            Disguise disguise = new Disguise(kept(alone), account, verdict.region(), names);
            disguise.name(last(verdict.resource()));
            Example example = new Example(verdict.status(), replies(own, disguise));
            if (stage.verdict(verdict.check().ruleId(), example, now).status() == verdict.status()) {
                return new Saved(example, now, disguise.made(), !names);
            }
        }
        throw new IllegalArgumentException("the check says something else once names and numbers of the account are"
                + " replaced, so the example would not hold");
    }

    /** What stands in the check itself has to stand in the example as well. */
    private static String kept(RuleDocument alone) {
        return alone.checks().stream().map(Check::demand).map(Object::toString).collect(Collectors.joining())
                + alone.discoveries();
    }

    /** What the parameters of a read are matters where it is made more than once. */
    private static Map<String, List<Reply>> replies(Map<ReadCall, Map<String, Object>> answers, Disguise disguise) {
        answers.values().forEach(disguise::learn);
        Map<String, List<Reply>> replies = new LinkedHashMap<>();
        answers.forEach((call, answer) -> {
            boolean once = answers.keySet().stream()
                            .filter(each -> read(each).equals(read(call)))
                            .count()
                    == 1;
            Map<String, Object> params = once ? Map.of() : disguise.of(call.params());
            replies.computeIfAbsent(read(call), read -> new ArrayList<>()).add(new Reply(params, disguise.of(answer)));
        });
        return replies;
    }

    /** What a resource is called within its ARN. */
    private static String last(String resource) {
        return resource.substring(Math.max(resource.lastIndexOf('/'), resource.lastIndexOf(':')) + 1);
    }

    private static String read(ReadCall call) {
        return call.client() + "." + call.action();
    }

    /** The check of one verdict, executed again over what was recorded. */
    private final class Heard {

        private final Rehearsal rehearsal;
        private final Verdict wanted;
        private final Instant now;

        Heard(RuleDocument alone, CheckCompiler compiler, Verdict wanted, Instant now) {
            this.rehearsal = new Rehearsal(alone, catalog, compiler);
            this.wanted = wanted;
            this.now = now;
        }

        /** The answers of all reads that the check makes, in the order in which it makes them. */
        Map<ReadCall, Map<String, Object>> answers() {
            Map<ReadCall, Map<String, Object>> answers = new LinkedHashMap<>();
            run(call -> {
                recording.answer(call).ifPresent(answer -> answers.put(call, answer));
                return recording.answer(call).orElse(Map.of());
            });
            return answers;
        }

        /** Whether the resource's verdict is the scan's. */
        boolean isAsScanned(Map<ReadCall, Map<String, Object>> answers) {
            return run(call -> answers.getOrDefault(call, Map.of())).stream()
                    .filter(verdict -> last(verdict.resource()).equals(last(wanted.resource())))
                    .map(Verdict::status)
                    .toList()
                    .equals(List.of(wanted.status()));
        }

        private List<Verdict> run(Function<ReadCall, Map<String, Object>> answers) {
            return rehearsal.run(
                    call -> new ReadReply.Answer(answers.apply(call)), account.orElse(""), wanted.region(), now);
        }
    }
}
