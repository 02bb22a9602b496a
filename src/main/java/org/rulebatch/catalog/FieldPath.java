package org.rulebatch.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path into an answer of AWS, {@code Volumes[].Tags{}.Key}: {@code .} before a member, {@code []} for every element of a
 * list, {@code {}} for every value of a map.
 *
 * @param steps members, {@code []} and {@code {}}
 */
public record FieldPath(List<String> steps) {

    private static final String ELEMENTS = "[]";
    private static final String VALUES = "{}";
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern STEP = Pattern.compile("\\[]|\\{}|[^.\\[{]+");

    public FieldPath {
        steps = List.copyOf(steps);
    }

    public static FieldPath parse(String path) {
        List<String> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(path);
        while (matcher.find()) {
            steps.add(matcher.group());
        }
        return new FieldPath(steps);
    }

    /** Whether a step goes through the elements of a list or the values of a map. */
    public static boolean isMany(String step) {
        return step.equals(ELEMENTS) || step.equals(VALUES);
    }

    /** The last member; empty where there is none. */
    public String leaf() {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (!isMany(steps.get(i))) {
                return steps.get(i);
            }
        }
        return "";
    }

    /** What the last member is called in people's words: {@code mfa_delete} of {@code MfaDelete}. */
    public String leafInWords() {
        return HUMP.matcher(leaf()).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    /** The path without its last step; empty for one of a single step. */
    public Optional<FieldPath> parent() {
        return steps.size() < 2 ? Optional.empty() : Optional.of(new FieldPath(steps.subList(0, steps.size() - 1)));
    }

    /** Whether the other path leads to this one, or is the same. */
    public boolean startsWith(FieldPath other) {
        return steps.size() >= other.steps.size()
                && steps.subList(0, other.steps.size()).equals(other.steps);
    }

    /** What is left of this path below another one; empty if the other does not lead here. */
    public Optional<FieldPath> below(FieldPath other) {
        return startsWith(other) ? Optional.of(from(other.steps.size())) : Optional.empty();
    }

    /** The path from a step on. */
    public FieldPath from(int step) {
        return new FieldPath(steps.subList(step, steps.size()));
    }

    /** This path with further steps. */
    public FieldPath and(List<String> further) {
        List<String> longer = new ArrayList<>(steps);
        longer.addAll(further);
        return new FieldPath(longer);
    }

    /** The lists and maps that the path goes through, outermost first, each with its {@code []} or {@code {}}. */
    public List<FieldPath> lists() {
        List<FieldPath> lists = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            if (isMany(steps.get(i))) {
                lists.add(new FieldPath(steps.subList(0, i + 1)));
            }
        }
        return lists;
    }

    /** The members alone, joined by dots. */
    public String plain() {
        return String.join(".", steps.stream().filter(step -> !isMany(step)).toList());
    }

    @Override
    public String toString() {
        return String.join(".", steps).replace(".[]", ELEMENTS).replace(".{}", VALUES);
    }
}
