package org.rulebatch.reading;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a rule says.
 *
 * @param norm the text that states the norm: the title, or the id where there is no title, or none that says more than the id
 * @param clauses of the norm first, then of the sentences of the description that ask something
 * @param silent the sentences of the description that ask nothing
 * @param contradictions between the texts; a person decides
 */
public record RuleReading(Source norm, List<Clause> clauses, List<Place> silent, List<Contradiction> contradictions) {

    public RuleReading {
        clauses = List.copyOf(clauses);
        silent = List.copyOf(silent);
        contradictions = List.copyOf(contradictions);
    }

    /** The clauses of one text. */
    public List<Clause> clauses(Source source) {
        return clauses.stream()
                .filter(clause -> clause.place().source() == source)
                .toList();
    }

    /** The clauses of the norm; empty only where neither title nor id has a word. */
    public List<Clause> normClauses() {
        return clauses.stream()
                .filter(clause -> clause.place().source() != Source.DESCRIPTION)
                .toList();
    }

    /** Every content word of the norm, in order. */
    public List<ContentWord> contentWords() {
        return normClauses().stream().flatMap(clause -> clause.words().stream()).toList();
    }

    /** The parts of one kind, of the norm first. */
    public <P extends Part> Stream<P> parts(Class<P> kind) {
        return clauses.stream().flatMap(clause -> clause.parts(kind).stream());
    }
}
