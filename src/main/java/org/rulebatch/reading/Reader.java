package org.rulebatch.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.rulebatch.metadata.RuleMetadata;

/** Reads what a rule asks: its title first, then its description; its id only where the title says nothing else. Thread-safe. */
public final class Reader {

    private static final Pattern WORDS = Pattern.compile("[^a-z0-9']+");

    private final Lexicon lexicon;
    private final SentenceReader sentences;
    private final Contradictions contradictions;
    private final Boilerplate boilerplate;

    /** @param boilerplate sentences that ask nothing */
    public Reader(Boilerplate boilerplate) {
        this.lexicon = Lexicon.bundled();
        this.sentences = new SentenceReader(lexicon);
        this.contradictions = new Contradictions(lexicon);
        this.boilerplate = boilerplate;
    }

    /** Reads a rule; the same text gives the same reading. */
    public RuleReading read(RuleMetadata rule) {
        Phrases own = lexicon.things(rule.service(), rule.resource());
        String id = rule.ruleId();
        List<Clause> title = sentences(Source.TITLE, rule.title(), Sentences.of(Source.TITLE, rule.title()), own);
        boolean words = title.stream().allMatch(clause -> clause.words().isEmpty());
        List<Place> silent = new ArrayList<>();
        List<Place> asking = new ArrayList<>();
        for (Place sentence : Sentences.of(Source.DESCRIPTION, rule.description())) {
            (asksNothing(rule, sentence) ? silent : asking).add(sentence);
        }
        List<Clause> description = sentences(Source.DESCRIPTION, rule.description(), asking, own);
        boolean same = words || isIdInWords(rule, title);
        List<Clause> named = words || !same ? id(rule, own) : List.of();
        List<Clause> norm = words ? named : title;
        List<Clause> all = new ArrayList<>(norm);
        all.addAll(description);
        return new RuleReading(
                same ? Source.ID : Source.TITLE,
                all,
                silent,
                contradictions(rule, norm, words ? List.of() : named, description));
    }

    private List<Contradiction> contradictions(
            RuleMetadata rule, List<Clause> norm, List<Clause> named, List<Clause> description) {
        String text = norm.isEmpty() || norm.get(0).place().source() == Source.ID ? rule.ruleId() : rule.title();
        List<Contradiction> found = new ArrayList<>(contradictions.between(norm, text, named, rule.ruleId()));
        for (Clause clause : description) {
            found.addAll(contradictions.between(norm, text, List.of(clause), rule.description()));
        }
        return found;
    }

    private List<Clause> sentences(Source source, String text, List<Place> places, Phrases own) {
        return places.stream()
                .flatMap(place -> sentences.read(source, text, place.from(), place.to(), own).stream())
                .toList();
    }

    /** The last segment of the id, which says what is asked. */
    private List<Clause> id(RuleMetadata rule, Phrases own) {
        String id = rule.ruleId();
        return sentences.read(Source.ID, id, id.lastIndexOf('.') + 1, id.length(), own);
    }

    private boolean asksNothing(RuleMetadata rule, Place sentence) {
        String text = sentence.in(rule.description());
        return boilerplate.isRepeated(rule, text)
                || lexicon.boilerplate.matcher(text).find();
    }

    /** Whether every word of the title stands in the id, the service or the resource. */
    private boolean isIdInWords(RuleMetadata rule, List<Clause> title) {
        String names = String.join(" ", rule.ruleId(), rule.service(), rule.resource());
        Set<String> known = new HashSet<>();
        for (String word : WORDS.split(names.toLowerCase(Locale.ROOT))) {
            known.add(lexicon.lemma(word));
        }
        return !deniesOtherwise(rule)
                && title.stream()
                        .flatMap(clause -> clause.words().stream())
                        .map(ContentWord::lemma)
                        .allMatch(known::contains);
    }

    /** Whether the id and the title have different words for "not". */
    private boolean deniesOtherwise(RuleMetadata rule) {
        return !denials(rule.ruleId()).equals(denials(rule.title()));
    }

    private Set<String> denials(String text) {
        Set<String> denials = new HashSet<>(Arrays.asList(WORDS.split(text.toLowerCase(Locale.ROOT))));
        denials.removeIf(word -> !lexicon.isDenial(word));
        return denials;
    }
}
