package org.rulebatch.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A sentence while it is read: its tokens, the side each stands on, and the parts found so far. Not thread-safe. */
final class Line {

    final Source source;
    final List<Token> tokens;

    /** The names of services and resources, those of the rule too. */
    final boolean[] things;

    /** Words that belong together with their neighbours, so that prepositions among them are none. */
    final boolean[] bound;

    /** Words that only open an exception, a condition, a purpose. */
    final boolean[] opening;

    private final @Nullable Role[] roles;
    private final int[] marks;
    private final List<Mark> made = new ArrayList<>();

    /** A part of tokens that need not be neighbours. */
    private record Mark(int main, int mainEnd, BiFunction<Place, Role, Part> part) {}

    Line(Source source, List<Token> tokens) {
        this.source = source;
        this.tokens = tokens;
        this.roles = new Role[tokens.size()];
        this.marks = new int[tokens.size()];
        this.things = new boolean[tokens.size()];
        this.opening = new boolean[tokens.size()];
        this.bound = new boolean[tokens.size()];
        Arrays.fill(marks, -1);
    }

    int size() {
        return tokens.size();
    }

    Token at(int index) {
        return tokens.get(index);
    }

    @Nullable
    Role role(int index) {
        return roles[index];
    }

    void role(int from, int to, Role role) {
        IntStream.range(from, to).forEach(index -> role(index, role));
    }

    /** Sets the side of a token, if it has none. */
    void role(int index, Role role) {
        if (roles[index] == null) {
            roles[index] = role;
        }
    }

    /** Changes the side of a token. */
    void turn(int index, @Nullable Role role) {
        roles[index] = role;
    }

    boolean isFree(int index) {
        return roles[index] == null;
    }

    boolean isMarked(int index) {
        return marks[index] >= 0;
    }

    boolean isMarked(int from, int to) {
        return IntStream.range(from, to).anyMatch(this::isMarked);
    }

    /** Makes one part of neighbouring tokens. */
    void mark(int from, int to, BiFunction<Place, Role, Part> part) {
        made.add(new Mark(from, to, part));
        IntStream.range(from, to).forEach(index -> marks[index] = made.size() - 1);
    }

    /** Adds a token that stands elsewhere to the part of another one. */
    void join(int index, int to) {
        marks[index] = marks[to];
    }

    int mark(int index) {
        return marks[index];
    }

    /** The part that a mark stands for. */
    Part part(int mark) {
        Mark made = this.made.get(mark);
        Role role = roles[made.main()];
        return made.part().apply(place(made.main(), made.mainEnd()), role == null ? Role.PROPERTY : role);
    }

    /** Where some tokens stand; not of none. */
    Place place(int from, int to) {
        return new Place(source, tokens.get(from).from(), tokens.get(to - 1).to());
    }
}
