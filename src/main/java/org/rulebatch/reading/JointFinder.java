package org.rulebatch.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds several things that stand between "and", "or" and commas on one side of a clause. */
final class JointFinder {

    private final Lexicon lexicon;
    private final Line line;
    private final Grammar grammar;

    JointFinder(Lexicon lexicon, Line line) {
        this.lexicon = lexicon;
        this.line = line;
        this.grammar = new Grammar(lexicon, line);
    }

    /** The joints of a clause; the tokens between which they stand are separated in {@code breaks}. */
    List<Part.Joint> find(int from, int to, boolean[] breaks) {
        List<Part.Joint> joints = new ArrayList<>();
        int at = from;
        while (at < to) {
            Role role = line.role(at);
            int end = at;
            while (end < to && line.role(end) == role && !(grammar.isFinite(end) && !line.bound[end] && end > at)) {
                end++;
            }
            if (role != null && role != Role.PURPOSE) {
                joints.addAll(stretch(at, end, role, breaks));
            }
            at = end;
        }
        return joints;
    }

    private List<Part.Joint> stretch(int from, int to, Role role, boolean[] breaks) {
        List<Part.Joint> joints = new ArrayList<>();
        List<Place> things = new ArrayList<>();
        @Nullable Joining joining = null;
        int start = from;
        for (int at = from; at <= to; at++) {
            int joint = at < to ? grammar.joint(at) : 0;
            boolean comma = at < to && grammar.isComma(at);
            if (joint == 0 && !comma && at < to) {
                continue;
            }
            Optional<Place> thing = thing(start, at);
            thing.ifPresent(things::add);
            if (joint > 0) {
                Joining said = joining(at);
                if (joining != null && joining != said && things.size() > 1) {
                    joints.add(new Part.Joint(things.get(0), role, joining, List.copyOf(things)));
                    things.subList(0, things.size() - 1).clear();
                }
                joining = said;
                breaks[at] = true;
            }
            breaks[Math.min(at, to - 1)] |= comma;
            start = at + Math.max(1, joint);
        }
        if (joining != null && things.size() > 1) {
            Place whole = new Place(
                    line.source,
                    things.get(0).from(),
                    things.get(things.size() - 1).to());
            joints.add(new Part.Joint(whole, role, joining, things));
        }
        return joints;
    }

    private Joining joining(int at) {
        String said =
                lexicon.joints.at(line.tokens, at).map(Phrases.Match::meaning).orElse("and");
        return Joining.valueOf(said.toUpperCase(Locale.ROOT));
    }

    private Optional<Place> thing(int from, int to) {
        int first = from;
        int last = to;
        boolean only = IntStream.range(from, to).noneMatch(at -> isSaid(at) && !isPolarity(at));
        while (first < last && (!isSaid(first) || !only && isPolarity(first))) {
            first++;
        }
        while (last > first && (!isSaid(last - 1) || !only && isPolarity(last - 1))) {
            last--;
        }
        return first < last ? Optional.of(line.place(first, last)) : Optional.empty();
    }

    private boolean isPolarity(int at) {
        return line.isMarked(at) && line.part(line.mark(at)) instanceof Part.Polarity;
    }

    private boolean isSaid(int at) {
        return grammar.isContent(at) && !(line.isMarked(at) && line.part(line.mark(at)) instanceof Part.Quantifier);
    }
}
