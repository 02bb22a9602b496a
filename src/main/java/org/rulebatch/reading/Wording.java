package org.rulebatch.reading;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Phrases that say how a rule is meant, for those who hold a rule against a check. Thread-safe. */
public final class Wording {

    private static final Wording BUNDLED = new Wording(new VocabularyFiles());

    private final Pattern off;
    private final Pattern demands;
    private final Pattern anyhow;
    private final Pattern outOfScope;
    private final Pattern byName;
    private final Pattern otherAccounts;
    private final Pattern sinceUse;
    private final Pattern anywhere;
    private final Pattern action;
    private final Map<String, String> actions;
    private final Map<String, String> meanings;
    private final Set<String> selecting;
    private final Set<String> placeholders;

    private Wording(VocabularyFiles files) {
        this.off = phrases(files.list("switchedOff"));
        this.demands = phrases(files.list("demands"));
        this.anyhow = phrases(files.list("anyhow"));
        this.outOfScope = phrases(files.list("outOfScope"));
        this.otherAccounts = phrases(files.list("otherAccounts"));
        this.byName = phrases(files.list("byName"));
        this.sinceUse = phrases(files.list("sinceUse"));
        this.anywhere = Pattern.compile("(?i)(?<=(?<![a-z])(?:from|to|by)[ _])(?:"
                + longestFirst(files.list("anywhere")).replace(" ", "[ _]") + ")(?![a-z])");
        this.actions = files.words("actions");
        this.action = phrases(List.copyOf(actions.keySet()));
        this.meanings = files.words("parameterMeanings");
        this.selecting = Set.copyOf(files.list("selecting"));
        this.placeholders = Set.copyOf(files.list("placeholders"));
    }

    /** The phrases that come with the program. */
    public static Wording bundled() {
        return BUNDLED;
    }

    /** Whether a text is a phrase for a thing that is off: "turned off". */
    public boolean isOff(String text) {
        return off.matcher(text).matches();
    }

    /** Whether a text says that a thing is off. */
    public boolean saysOff(String text) {
        return off.matcher(text).find();
    }

    /** Whether a text demands, and does not only tell: "must". */
    public boolean demands(String text) {
        return demands.matcher(text).find();
    }

    /** Where a clause says that it makes no difference to whom a thing applies: "with or without". */
    public Optional<Place> anyhow(Place clause, String text) {
        return first(anyhow, clause, text);
    }

    /** Where a clause says that it tells of those that a rule does not concern. */
    public Optional<Place> outOfScope(Place clause, String text) {
        return first(outOfScope, clause, text);
    }

    /** Where a clause says that things are meant by their names. */
    public Optional<Place> byName(Place clause, String text) {
        return first(byName, clause, text);
    }

    /** Where a clause speaks of other accounts than the own one. */
    public Optional<Place> otherAccounts(Place clause, String text) {
        return first(otherAccounts, clause, text);
    }

    /** Where a clause counts a time from the last use of a thing. */
    public Optional<Place> sinceUse(Place clause, String text) {
        return first(sinceUse, clause, text);
    }

    private static Optional<Place> first(Pattern phrases, Place clause, String text) {
        Matcher found = phrases.matcher(clause.in(text));
        return found.find()
                ? Optional.of(new Place(clause.source(), clause.from() + found.start(), clause.from() + found.end()))
                : Optional.empty();
    }

    /** The IAM actions that a clause names in everyday words, by where they stand. */
    public Map<Place, String> actions(Place clause, String text) {
        Map<Place, String> found = new LinkedHashMap<>();
        action.matcher(clause.in(text))
                .results()
                .forEach(each -> found.put(
                        new Place(clause.source(), clause.from() + each.start(), clause.from() + each.end()),
                        actions.getOrDefault(each.group().toLowerCase(Locale.ROOT), "")));
        return found;
    }

    /** Where a clause says "anywhere", in one of the ways to say that: "from the whole world". */
    public List<Place> anywhere(Place clause, String text) {
        return anywhere.matcher(clause.in(text))
                .results()
                .map(found -> new Place(clause.source(), clause.from() + found.start(), clause.from() + found.end()))
                .toList();
    }

    /** A text with one word for "anywhere", whichever way it says that. */
    public String plain(String text) {
        return anywhere.matcher(text).replaceAll("anywhere");
    }

    /** What values of a read's parameters say in words: {@code Local} policies are customer managed. */
    public String meaningOf(Collection<?> values) {
        return values.stream()
                .map(value -> meanings.getOrDefault(value.toString(), ""))
                .collect(Collectors.joining(" "));
    }

    /** Whether an everyday word, by its base form, says which resources are meant: "running". */
    public boolean isSelecting(String lemma) {
        return selecting.contains(lemma);
    }

    /** Whether a lower-case name stands in an id for want of a resource: "rule". */
    public boolean isPlaceholder(String name) {
        return placeholders.contains(name);
    }

    private static Pattern phrases(List<String> phrases) {
        List<String> quoted = phrases.stream().map(Pattern::quote).toList();
        return Pattern.compile("\\b(" + longestFirst(quoted) + ")\\b", Pattern.CASE_INSENSITIVE);
    }

    private static String longestFirst(List<String> phrases) {
        return phrases.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .collect(Collectors.joining("|"));
    }
}
