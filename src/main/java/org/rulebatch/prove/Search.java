package org.rulebatch.prove;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.rulebatch.engine.Verdict.Status;
import org.rulebatch.language.Expression;
import org.rulebatch.language.Trial;

/** Searches the choices for which a check says what is wanted: uphill from a few beginnings, one slot at a time, then two. */
final class Search {

    /** Evaluations for one goal. */
    private static final int MOST = 400;

    /** What a check says, as far as its expressions go. */
    enum Goal {
        COMPLIES(Status.PASS),
        VIOLATES(Status.FAIL),
        OUTSIDE(Status.NOT_APPLICABLE);

        private final Status verdict;

        Goal(Status verdict) {
            this.verdict = verdict;
        }

        /** The engine's word for it. */
        Status verdict() {
            return verdict;
        }
    }

    /**
     * What a check says of values.
     *
     * @param path equal where the same of its parts held, over lists of the same lengths, by the same of several named values
     */
    record Seen(Goal goal, List<Object> path) {}

    private static final int REACHED = Integer.MAX_VALUE;

    private final Space space;
    private final @Nullable Expression where;
    private final Expression complies;
    private final @Nullable Trial inside;
    private final Trial judged;
    private final Set<Long> shown = new HashSet<>();
    private final Set<Long> shownOfPopulation = new HashSet<>();
    private int left;

    Search(Space space, Optional<Expression> where, Expression complies) {
        this.space = space;
        this.where = where.orElse(null);
        this.complies = complies;
        this.inside = where.map(population -> population.trial(true)).orElse(null);
        this.judged = complies.trial(true);
    }

    /** @param near choices to begin with, before the usual ones */
    Optional<int[]> find(Goal goal, List<int[]> near) {
        left = MOST;
        ToIntFunction<int[]> height = height(goal);
        for (int[] start : starts(near)) {
            int[] top = climb(start, height);
            if (score(top, height) == REACHED) {
                return Optional.of(top);
            }
        }
        for (int[] start : starts(near)) {
            Optional<int[]> found = pairs(climb(start, height), height);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Whether each part of the check has held, and each has failed, in what was seen. */
    boolean hasShownAll() {
        return hasShownAll(judged, shown) && (inside == null || hasShownAll(inside, shownOfPopulation));
    }

    private static boolean hasShownAll(Trial trial, Set<Long> shown) {
        return trial.statements().stream().allMatch(id -> shown.contains(id) && shown.contains(-id));
    }

    /** What the check says, and by which of its parts; empty where it says nothing. */
    Optional<Seen> sees(int[] chosen) {
        Map<String, Object> values = space.values(chosen);
        List<Object> path = new ArrayList<>(space.sizes(chosen));
        path.addAll(space.named(chosen));
        if (inside != null) {
            Trial.Progress in = inside.of(values);
            path.add(in.path());
            shownOfPopulation.addAll(in.path());
            if (!in.reached()) {
                return in.decided() ? Optional.of(new Seen(Goal.OUTSIDE, path)) : Optional.empty();
            }
        }
        Trial.Progress progress = judged.of(values);
        path.add(progress.path());
        shown.addAll(progress.path());
        return progress.decided()
                ? Optional.of(new Seen(progress.reached() ? Goal.COMPLIES : Goal.VIOLATES, path))
                : Optional.empty();
    }

    private ToIntFunction<int[]> height(Goal goal) {
        Trial population = where == null ? null : where.trial(goal != Goal.OUTSIDE);
        Trial wanted = complies.trial(goal == Goal.COMPLIES);
        return chosen -> {
            Map<String, Object> values = space.values(chosen);
            int met = 0;
            if (population != null) {
                Trial.Progress in = population.of(values);
                if (!in.reached() || goal == Goal.OUTSIDE) {
                    return in.reached() ? REACHED : in.met();
                }
                met = in.met() + 1;
            }
            Trial.Progress progress = wanted.of(values);
            return progress.reached() ? REACHED : met + progress.met();
        };
    }

    private int score(int[] chosen, ToIntFunction<int[]> height) {
        left--;
        return height.applyAsInt(chosen);
    }

    private List<int[]> starts(List<int[]> near) {
        List<int[]> starts = new ArrayList<>(near);
        List<Slot> slots = space.slots();
        starts.add(slots.stream().mapToInt(Slot::first).toArray());
        starts.add(slots.stream()
                .mapToInt(slot -> Math.min(1, slot.choices().size() - 1))
                .toArray());
        starts.add(slots.stream().mapToInt(slot -> slot.choices().size() - 1).toArray());
        return starts;
    }

    private int[] climb(int[] start, ToIntFunction<int[]> height) {
        int[] best = start.clone();
        int top = score(best, height);
        boolean higher = true;
        while (higher && top != REACHED && left > 0) {
            higher = false;
            for (int slot = 0; slot < best.length && top != REACHED && left > 0; slot++) {
                int[] next = best.clone();
                int most = space.matters(slot, best) ? choices(slot) : 0;
                for (int choice = 0; choice < most && left > 0; choice++) {
                    next[slot] = choice;
                    int score = score(next, height);
                    if (score > top) {
                        top = score;
                        best = next.clone();
                        higher = true;
                    }
                }
            }
        }
        return best;
    }

    private Optional<int[]> pairs(int[] start, ToIntFunction<int[]> height) {
        for (int one = 0; one < start.length; one++) {
            for (int two = one + 1; two < start.length; two++) {
                int[] next = start.clone();
                for (int pair = 0; pair < choices(one) * choices(two) && left > 0; pair++) {
                    next[one] = pair / choices(two);
                    next[two] = pair % choices(two);
                    if (score(next, height) == REACHED) {
                        return Optional.of(next);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The same choices with one changed: each slot once, then each once more, until all choices were made. */
    List<int[]> neighbours(int[] chosen) {
        List<int[]> neighbours = new ArrayList<>();
        boolean more = true;
        for (int step = 1; more; step++) {
            more = false;
            for (int slot = 0; slot < chosen.length; slot++) {
                if (step < choices(slot) && space.matters(slot, chosen)) {
                    int[] next = Arrays.copyOf(chosen, chosen.length);
                    next[slot] = (chosen[slot] + step) % choices(slot);
                    neighbours.add(next);
                    more = true;
                }
            }
        }
        return neighbours;
    }

    /** The same choices with each other value where the check names several. */
    List<int[]> named(int[] chosen) {
        List<int[]> named = new ArrayList<>();
        for (int slot = 0; slot < chosen.length; slot++) {
            for (int choice = 0; choice < choices(slot); choice++) {
                if (space.slots().get(slot).namesMany() && space.matters(slot, chosen)) {
                    int[] next = chosen.clone();
                    next[slot] = choice;
                    named.add(next);
                }
            }
        }
        return named;
    }

    private int choices(int slot) {
        return space.slots().get(slot).choices().size();
    }
}
