package org.rulebatch.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulebatch.reading.Lexicon.Scale;

/** Finds numbers with what they count and how they compare: "no longer than 90 days", "1.2 or higher". */
final class MeasureFinder {

    private static final int FARTHEST = 7;

    private final Lexicon lexicon;
    private final Line line;
    private final List<Token> tokens;

    MeasureFinder(Lexicon lexicon, Line line) {
        this.lexicon = lexicon;
        this.line = line;
        this.tokens = line.tokens;
    }

    void find() {
        for (int at = 0; at < tokens.size(); at++) {
            if (line.isMarked(at)) {
                continue;
            }
            int from = at;
            Optional<Phrases.Match> whole = lexicon.whole.at(tokens, at).filter(each -> !tokens.get(from)
                    .glued());
            if (whole.isPresent()) {
                whole(at, whole.get());
            } else if (number(at) != null) {
                at = Math.max(at, numeric(at));
            }
        }
    }

    private void whole(int at, Phrases.Match match) {
        String[] said = match.meaning().split(" ");
        line.mark(
                at,
                at + match.length(),
                (place, role) -> new Part.Measure(
                        place,
                        role,
                        Comparison.of(said[0]),
                        List.of(said[1]),
                        Unit.valueOf(said[2].toUpperCase(Locale.ROOT))));
    }

    /** The number at a token: digits, or a number word. */
    private @Nullable String number(int at) {
        if (at >= tokens.size() || line.isMarked(at)) {
            return null;
        }
        Token token = tokens.get(at);
        if (token.isNumber()) {
            return token.text().replaceAll(",(?=\\d{3})", "").replaceAll("[.,]$", "");
        }
        Integer word = lexicon.numbers.get(token.lower());
        return word == null ? null : String.valueOf(word);
    }

    /** What is known of a measure while it is put together. */
    private static final class Found {
        int from;
        int to;
        int unitAt = -1;
        Comparison comparison = Comparison.UNSTATED;

        @Nullable
        Scale scale;

        boolean version;
        int far = -1;
        final List<String> numbers = new ArrayList<>();
    }

    /** Reads a measure around a number; returns its last token, or the number's where it is none. */
    private int numeric(int at) {
        Found found = new Found();
        found.from = at;
        found.to = at + 1;
        found.numbers.add(String.valueOf(number(at)));
        range(found);
        unit(found);
        version(found, at);
        before(found);
        after(found);
        if (found.comparison == Comparison.UNSTATED) {
            far(found);
        }
        ahead(found);
        length(found);
        if (!isMeasure(found, at)) {
            return at;
        }
        make(found);
        return found.to - 1;
    }

    private void range(Found found) {
        int next = found.to;
        boolean between = found.from > 0 && tokens.get(found.from - 1).is("between");
        boolean dash = next < tokens.size()
                && tokens.get(next).isNumber()
                && tokens.get(next).glued();
        boolean to = next + 1 < tokens.size()
                && (tokens.get(next).is("to")
                        || tokens.get(next).is("through")
                        || between && tokens.get(next).is("and"));
        int second = dash ? next : to ? next + 1 : -1;
        if (!between && !dash && !to || second < 0 || number(second) == null) {
            return;
        }
        found.numbers.add(String.valueOf(number(second)));
        found.to = second + 1;
        found.comparison = Comparison.BETWEEN;
        if (between || found.from > 0 && tokens.get(found.from - 1).is("from")) {
            found.from--;
        }
    }

    /** The unit after the number, or after one word more: "90 calendar days". */
    private void unit(Found found) {
        for (int at = found.to; at < Math.min(tokens.size(), found.to + 2); at++) {
            Scale scale = lexicon.units.get(tokens.get(at).lemma());
            boolean skipped = at > found.to;
            if (scale != null && !(skipped && (!tokens.get(at - 1).isWord() || isFunction(at - 1)))) {
                found.scale = scale;
                found.unitAt = at;
                found.to = at + 1;
                return;
            }
        }
    }

    private boolean isFunction(int at) {
        Token token = tokens.get(at);
        return lexicon.is("prepositions", token)
                || lexicon.is("articles", token)
                || lexicon.joints.length(tokens, at) > 0
                || lexicon.is("auxiliaries", token)
                || token.isNumber();
    }

    private void version(Found found, int at) {
        if (found.scale == null && at > 0) {
            Token left = tokens.get(at - 1);
            boolean dotted = tokens.get(at).text().contains(".");
            int back = left.is("v") || left.is("version") || left.is("versions") ? at - 2 : at - 1;
            found.version =
                    dotted || lexicon.is("versioned", left) || back >= 0 && lexicon.is("versioned", tokens.get(back));
            if (found.version && (left.is("v") || left.is("version") || left.is("versions"))) {
                found.from = Math.min(found.from, at - 1);
            }
        }
    }

    private void before(Found found) {
        int end = found.from;
        while (end > 0
                        && (lexicon.is("articles", tokens.get(end - 1))
                                || end > 1 && tokens.get(end - 1).is("of"))
                || end > 1 && found.version && isVersionName(end - 1)) {
            end--;
        }
        Optional<Phrases.Match> match =
                lexicon.before.before(tokens, end).or(() -> lexicon.before.before(tokens, found.from));
        if (match.isEmpty()) {
            return;
        }
        int matched = lexicon.before.before(tokens, end).isPresent() ? end : found.from;
        boolean bare = tokens.get(matched - 1).is("over")
                || tokens.get(matched - 1).is("under")
                || tokens.get(matched - 1).is("each")
                || tokens.get(matched - 1).is("past")
                || tokens.get(matched - 1).is("every");
        if (bare && found.scale == null && !found.version && match.get().length() == 1) {
            return;
        }
        found.comparison = found.comparison == Comparison.BETWEEN
                ? found.comparison
                : Comparison.of(match.get().meaning());
        found.from = matched - match.get().length();
        negated(found);
    }

    private boolean isVersionName(int at) {
        return lexicon.is("versioned", tokens.get(at));
    }

    /** "must not be older than": "not" belongs to the comparison. */
    private void negated(Found found) {
        int at = found.from - 1;
        while (at > 0
                && (lexicon.is("auxiliaries", tokens.get(at))
                        || lexicon.is("have", tokens.get(at))
                        || tokens.get(at).is("for"))) {
            at--;
        }
        if (at >= 0
                && (tokens.get(at).is("not")
                        || tokens.get(at).is("never")
                        || tokens.get(at).is("cannot"))
                && found.comparison != Comparison.EQUAL
                && isOrdering(found.from)) {
            found.comparison = found.comparison.opposite();
            found.from = at;
        }
    }

    private boolean isOrdering(int at) {
        Token token = tokens.get(at);
        return token.lower().startsWith("exceed")
                || token.is("over")
                || token.is("above")
                || token.is("below")
                || token.is("under")
                || at + 1 < tokens.size() && tokens.get(at + 1).is("than");
    }

    private void after(Found found) {
        if (found.to == tokens.size()) {
            return;
        }
        lexicon.after.at(tokens, found.to).ifPresent(match -> {
            found.comparison = Comparison.of(match.meaning());
            found.to += match.length();
            if (found.scale == null) {
                unit(found);
            }
        });
    }

    /** "no later than 30 days before it expires": the later, the fewer days are left. */
    private void ahead(Found found) {
        boolean clock = tokens.subList(found.from, found.to).stream()
                .anyMatch(token -> token.is("later") || token.is("earlier") || token.is("latest"));
        if (clock && found.to < tokens.size() && lexicon.phrases("leads").length(tokens, found.to) > 0) {
            found.comparison = switch (found.comparison) {
                case AT_MOST -> Comparison.AT_LEAST;
                case AT_LEAST -> Comparison.AT_MOST;
                default -> found.comparison;
            };
        }
    }

    /** "maximum session duration must be 1 hour": the comparison stands some words before. */
    private void far(Found found) {
        for (int at = found.from - 1; at >= Math.max(0, found.from - FARTHEST); at--) {
            String word = tokens.get(at).lower();
            boolean most = word.equals("maximum") || word.equals("max") || word.equals("maximal");
            boolean least = word.equals("minimum") || word.equals("min") || word.equals("minimal");
            if ((most || least) && !line.isMarked(at)) {
                found.comparison = most ? Comparison.AT_MOST : Comparison.AT_LEAST;
                found.far = at;
                return;
            }
        }
    }

    private void length(Found found) {
        if (found.scale == null && !found.version) {
            for (int at = Math.max(0, found.from - FARTHEST); at < Math.min(tokens.size(), found.to + 1); at++) {
                if (lexicon.is("lengths", tokens.get(at))) {
                    found.scale = new Scale(Unit.CHARACTERS, 1);
                }
            }
        }
    }

    private boolean isMeasure(Found found, int at) {
        if (found.scale != null) {
            return true;
        }
        if (found.version) {
            return found.comparison != Comparison.UNSTATED;
        }
        boolean one = tokens.get(at).is("one") || tokens.get(at).is("1");
        if (found.comparison == Comparison.AT_LEAST && one) {
            return false;
        }
        boolean factor = found.to < tokens.size() && tokens.get(found.to).glued();
        return found.comparison != Comparison.UNSTATED
                || !one && !factor && !tokens.get(at).glued() && isCounted(found);
    }

    /** Whether a bare number counts what comes after it: "two zones". */
    private boolean isCounted(Found found) {
        return found.to < tokens.size()
                && tokens.get(found.to).isWord()
                && tokens.get(found.to).lower().endsWith("s")
                && !isFunction(found.to)
                && source() != Source.ID;
    }

    private Source source() {
        return line.source;
    }

    private void make(Found found) {
        Unit unit = found.version ? Unit.VERSION : found.scale == null ? Unit.COUNT : found.scale.unit();
        long times = found.scale == null ? 1 : found.scale.times();
        List<String> numbers = found.version
                ? List.copyOf(found.numbers)
                : found.numbers.stream()
                        .map(each -> new BigDecimal(each.replace(',', '.')).multiply(BigDecimal.valueOf(times)))
                        .map(each -> each.stripTrailingZeros().toPlainString())
                        .toList();
        Comparison comparison = found.comparison;
        line.mark(found.from, found.to, (place, role) -> new Part.Measure(place, role, comparison, numbers, unit));
        if (found.far >= 0) {
            line.join(found.far, found.from);
        }
    }
}
