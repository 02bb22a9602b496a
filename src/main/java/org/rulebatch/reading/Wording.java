package org.rulebatch.reading;

import java.util.Comparator;
import java.util.List;
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
    private final Set<String> placeholders;

    private Wording(VocabularyFiles files) {
        this.off = phrases(files.list("switchedOff"));
        this.demands = phrases(files.list("demands"));
        this.anyhow = phrases(files.list("anyhow"));
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
        Matcher found = anyhow.matcher(clause.in(text));
        return found.find()
                ? Optional.of(new Place(clause.source(), clause.from() + found.start(), clause.from() + found.end()))
                : Optional.empty();
    }

    /** Whether a lower-case name stands in an id for want of a resource: "rule". */
    public boolean isPlaceholder(String name) {
        return placeholders.contains(name);
    }

    private static Pattern phrases(List<String> phrases) {
        String any = phrases.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return Pattern.compile("\\b(" + any + ")\\b", Pattern.CASE_INSENSITIVE);
    }
}
