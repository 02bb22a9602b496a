package org.rulebatch.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads one sentence. Thread-safe. */
final class SentenceReader {

    private final Lexicon lexicon;

    SentenceReader(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * The clauses of a sentence; none if it has no word.
     *
     * @param own the names of the rule's service and resource
     */
    List<Clause> read(Source source, String text, int from, int to, Phrases own) {
        List<Token> tokens = lexicon.tokenizer.tokens(text, from, to);
        if (tokens.isEmpty()) {
            return List.of();
        }
        Line line = new Line(source, tokens);
        names(line, own);
        new ValueFinder(lexicon, line).find();
        new MeasureFinder(lexicon, line).find();
        new ValueFinder(lexicon, line).findVersions();
        new QuantifierFinder(lexicon, line).find();
        List<Splitter.Piece> pieces = new Splitter(lexicon, line).pieces();
        List<Clause> clauses = new ArrayList<>();
        for (Splitter.Piece piece : pieces) {
            clauses.add(clause(line, piece, clauses));
        }
        return joined(line, pieces, clauses);
    }

    /** Finds the names of services and resources, and words that belong together. */
    private void names(Line line, Phrases own) {
        Grammar grammar = new Grammar(lexicon, line);
        for (int at = 0; at < line.size(); at++) {
            int length = Math.max(
                    Math.max(lexicon.resources.length(line.tokens, at), service(line, at)),
                    own.length(line.tokens, at));
            int compound = lexicon.phrases("compounds").length(line.tokens, at);
            for (int next = at; next < at + length; next++) {
                line.things[next] = true;
            }
            for (int next = at; next < at + compound; next++) {
                line.bound[next] = true;
                line.things[next] &= compound <= length;
            }
            if (length == 1
                    && compound == 0
                    && (line.at(at).glued()
                            || grammar.isRelative(at)
                            || at + 1 < line.size() && line.at(at + 1).glued())) {
                line.things[at] = false;
            }
            at += Math.max(0, Math.max(length, compound) - 1);
        }
    }

    /** How long the name of a service is; "backup" alone is one only before the name of a resource. */
    private int service(Line line, int at) {
        int length = lexicon.services.length(line.tokens, at);
        boolean ambiguous = length == 1 && lexicon.is("ambiguous", line.at(at));
        boolean named = at > 0 && (line.at(at - 1).is("aws") || line.at(at - 1).is("amazon"));
        return ambiguous && !named && lexicon.resources.length(line.tokens, at + 1) == 0 ? 0 : length;
    }

    private Clause clause(Line line, Splitter.Piece piece, List<Clause> before) {
        int from = piece.from();
        int to = piece.to();
        Grammar grammar = new Grammar(lexicon, line);
        Form form = Sides.assign(lexicon, line, from, to, piece.shares());
        new QuantifierFinder(lexicon, line).findNone(from, to);
        boolean wanted = new PolarityFinder(lexicon, line).find(from, to) ^ isNone(line, from, to);
        boolean finding = new Findings(lexicon, line).isFinding(from, to, form, wanted);
        boolean[] breaks = new boolean[line.size()];
        List<Part> more = new ArrayList<>(new JointFinder(lexicon, line).find(from, to, breaks));
        new Existences(lexicon, line).find(from, to).ifPresent(more::add);
        if (piece.shares() && !before.isEmpty()) {
            Clause last = before.get(before.size() - 1);
            more.addAll(last.parts(Part.Subject.class));
            more.addAll(last.parts(Part.Population.class));
        }
        return new ClauseMaker(line, grammar, from, to, breaks)
                .clause(finding ? Form.FINDING : form, finding ^ wanted, more);
    }

    private static boolean isNone(Line line, int from, int to) {
        return IntStream.range(from, to)
                .filter(line::isMarked)
                .mapToObj(at -> line.part(line.mark(at)))
                .anyMatch(part -> part instanceof Part.Quantifier quantifier && quantifier.amount() == Amount.NONE);
    }

    /** Adds to the first of several clauses that all of them are asked. */
    private List<Clause> joined(Line line, List<Splitter.Piece> pieces, List<Clause> clauses) {
        if (clauses.size() < 2) {
            return clauses;
        }
        List<Place> things = clauses.stream().map(SentenceReader::asked).toList();
        boolean or = pieces.stream()
                .anyMatch(
                        piece -> piece.to() < line.size() && line.at(piece.to()).is("or"));
        if (things.size() > 1) {
            Clause first = clauses.get(0);
            Place whole = new Place(
                    line.source,
                    things.get(0).from(),
                    things.get(things.size() - 1).to());
            Part joint = new Part.Joint(whole, Role.PROPERTY, or ? Joining.OR : Joining.AND, things);
            List<Part> parts =
                    Stream.concat(first.parts().stream(), Stream.of(joint)).toList();
            clauses.set(0, new Clause(first.place(), first.form(), first.wanted(), parts, first.words()));
        }
        return clauses;
    }

    /** Where the words stand that a clause asks for. */
    private static Place asked(Clause clause) {
        List<Place> places = clause.parts().stream()
                .filter(part -> part instanceof Part.Property
                        || part instanceof Part.Polarity
                        || part instanceof Part.Measure
                        || part instanceof Part.Values)
                .map(Part::place)
                .toList();
        return places.isEmpty()
                ? clause.place()
                : new Place(
                        clause.place().source(),
                        places.get(0).from(),
                        places.get(places.size() - 1).to());
    }
}
