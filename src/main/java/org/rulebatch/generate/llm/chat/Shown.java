package org.rulebatch.generate.llm.chat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.FieldPath;
import org.rulebatch.generate.Lead;
import org.rulebatch.language.Language;
import org.rulebatch.requirement.Conditions;
import org.rulebatch.requirement.Conditions.Logic;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Read;
import org.rulebatch.ruleyaml.Chains;
import org.rulebatch.ruleyaml.ConditionsAsExpressions;
import org.springframework.util.function.SingletonSupplier;

/** Turns what was found for a rule into lines of a prompt: reads with their members, and whole checks, each once. Thread-safe. */
final class Shown {

    private static final int MOST_READS = 6;
    private static final int MOST_CHECKS = 4;
    private static final int LONGEST_MEANING = 180;
    private static final Pattern MEMBER = Pattern.compile("\\b[A-Za-z][A-Za-z0-9_]*\\b");

    private final Chains chains;
    private final ReadText text;
    private final Supplier<Language> language;

    Shown(Catalog catalog, Chains chains) {
        this.chains = chains;
        this.text = new ReadText(chains);
        this.language = SingletonSupplier.of(() -> Language.of(catalog));
    }

    /**
     * What the model is shown.
     *
     * @param reads lines with a read each
     * @param checks lines with a check each; empty where there is none
     * @param nearby the checks
     */
    record Found(String reads, String checks, List<Expressions> nearby) {}

    Found of(List<Lead> leads, RuleWords words, Offer offer) {
        Map<String, Expressions> checks = new LinkedHashMap<>();
        Map<String, Set<String>> used = new LinkedHashMap<>();
        for (Lead lead : leads) {
            Optional<Expressions> check = lead.isFact() ? check(lead) : Optional.empty();
            List<Read> reads = check.map(CheckText::reads)
                    .orElseGet(() -> List.of(
                            new Read(lead.condition().call(), lead.condition().items())));
            boolean full = used.size() >= MOST_READS;
            if (full && reads.stream().anyMatch(read -> !isShown(read, offer))) {
                continue;
            }
            if (check.isPresent() && checks.size() < MOST_CHECKS) {
                CheckText.of(check.get(), offer).ifPresent(text -> merge(checks, text, lead, check.get()));
            }
            reads.forEach(read -> offer.add(read).ifPresent(name -> used.computeIfAbsent(name, each -> new HashSet<>())
                    .addAll(used(lead, check))));
        }
        List<String> lines = new ArrayList<>();
        used.forEach((name, members) ->
                lines.add(text.of(name, Objects.requireNonNull(offer.reads().get(name)), words, members)));
        return new Found(String.join("\n", lines), String.join("\n", checks.keySet()), List.copyOf(checks.values()));
    }

    private static boolean isShown(Read read, Offer offer) {
        return offer.reads().values().stream().anyMatch(known -> known.call().equals(read.call()));
    }

    /** The members of one read, for a model that looks it up. */
    String line(Read read, Set<String> used, RuleWords words, Offer offer) {
        return offer.add(read).map(name -> text.of(name, read, words, used)).orElse("");
    }

    /** The same check of several facts stands once, with the first one's meaning. */
    private static void merge(Map<String, Expressions> checks, String text, Lead lead, Expressions check) {
        boolean known = checks.keySet().stream().anyMatch(line -> line.startsWith(text + " // "));
        if (!known) {
            checks.put(text + " // " + cut(lead.sentence()), check);
        }
    }

    /** The check that a fact is, conditions as the expression that they mean. */
    Optional<Expressions> check(Lead lead) {
        if (lead.whole() != null) {
            return Optional.of(lead.whole());
        }
        Conditions conditions = new Conditions(
                Stream.concat(Stream.of(lead.condition()), lead.with().stream()).toList(),
                lead.with().isEmpty() ? Logic.SINGLE : Logic.ALL);
        return ConditionsAsExpressions.of(conditions, chains, language.get());
    }

    private static Set<String> used(Lead lead, Optional<Expressions> check) {
        Set<String> used =
                new HashSet<>(FieldPath.parse(lead.condition().path()).steps());
        check.ifPresent(each -> {
            Matcher names = MEMBER.matcher(each.where() + " " + each.complies());
            while (names.find()) {
                used.add(names.group());
            }
        });
        return used;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_MEANING ? text : text.substring(0, LONGEST_MEANING) + "…";
    }
}
