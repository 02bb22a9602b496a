package org.rulebatch.prove;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulebatch.language.Clue;
import org.rulebatch.language.value.Form;
import org.rulebatch.language.value.Type;

/** Chooses the few values of a place that make a difference to what an expression says. */
final class Choices {

    private static final int FURTHER = 2;
    private static final String SECRET = "AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMIK7MDENGbPxRfiCYzQ1x2v3b4n5m "
            + "AWS_ACCESS_KEY_ID=AKIAQ7Z5M3N2P4R6T8VW";

    private final String service;
    private final Map<String, Object> parameters;
    private final Joins joins;
    private final Realistic realistic;

    /** @param parameters the values that the check gives them */
    Choices(String service, Map<String, Object> parameters, Joins joins) {
        this.service = service;
        this.parameters = parameters;
        this.joins = joins;
        this.realistic = new Realistic(service);
    }

    Realistic realistic() {
        return realistic;
    }

    /** Values of a place that is no list and has no places below it, the most telling first. */
    List<Object> of(Node node, int index) {
        Set<Object> values = new LinkedHashSet<>(matching(node));
        for (Clue clue : node.clues()) {
            values.addAll(joins.values(clue, node.place(), realistic));
            values.addAll(told(node, clue, literals(clue)));
        }
        values.addAll(plain(node, index));
        return new ArrayList<>(values);
    }

    /** Texts in which all regular expressions that are asked of a place find something, or all but one. */
    private List<Object> matching(Node node) {
        List<String> patterns = node.clues().stream()
                .filter(clue -> clue.functions().contains("matches"))
                .flatMap(clue -> literals(clue).stream())
                .filter(String.class::isInstance)
                .map(Object::toString)
                .distinct()
                .toList();
        return patterns.isEmpty() || node.form() == Form.MAP ? List.of() : Matching.texts(patterns, node.name());
    }

    /** What a clue compares with: its constants and the values of its parameters. */
    List<Object> literals(Clue clue) {
        List<Object> literals = new ArrayList<>(clue.literals());
        for (String place : clue.places()) {
            Object value = place.startsWith("params.")
                    ? parameters.get(place.substring(7).replace("[]", ""))
                    : null;
            if (value instanceof List<?> list) {
                list.forEach(each -> literals.add(number(each)));
            } else if (value != null) {
                literals.add(number(value));
            }
        }
        return literals;
    }

    private static Object number(Object value) {
        return value instanceof Integer whole ? (Object) whole.longValue() : value;
    }

    private List<Object> told(Node node, Clue clue, List<Object> literals) {
        List<Object> values = new ArrayList<>();
        boolean age = clue.functions().contains("@age") || clue.functions().contains("age");
        boolean ahead = literals.stream().anyMatch(each -> each instanceof Number number && number.doubleValue() < 0);
        for (Object literal : literals) {
            if (age && literal instanceof Number days) {
                ages(node.form(), days.doubleValue(), values);
                if (ahead) {
                    ages(node.form(), -days.doubleValue(), values);
                }
            } else if (literal instanceof Number number) {
                numbers(node.form(), number, clue.functions().contains("size"), values);
            } else if (literal instanceof String text) {
                texts(node.form(), text, clue.functions(), values);
            } else {
                values.add(literal);
            }
        }
        if (node.form() == Form.ANY) {
            values.addAll(untyped(clue.functions(), literals));
        }
        if (node.form() == Form.TEXT || node.form() == Form.ANY) {
            documents(clue.functions(), literals, values);
        }
        return values;
    }

    /** Further values of a place whose type no model knows: the other truth, digits, and what holds a constant. */
    private static List<Object> untyped(List<String> functions, List<Object> literals) {
        List<Object> values = new ArrayList<>();
        for (Object literal : literals) {
            if (literal instanceof Boolean truth) {
                values.add(!truth);
            } else if (literal instanceof Long number && functions.contains("int")) {
                values.addAll(List.of(number.toString(), String.valueOf(number + 1)));
            } else if (literal instanceof String key && functions.contains("@in")) {
                values.add(key.contains(":") ? Map.of(key, "365") : List.of(key));
            }
        }
        return values;
    }

    private static void ages(Form form, double days, List<Object> values) {
        for (double age : new double[] {days, days + 1, days - 1}) {
            Instant time =
                    Moment.NOW.minusMillis((long) (age * Duration.ofDays(1).toMillis()));
            values.add(
                    switch (form) {
                        case INTEGER -> time.toEpochMilli();
                        case TIME -> time;
                        default -> time.toString();
                    });
        }
    }

    private static void numbers(Form form, Number number, boolean size, List<Object> values) {
        for (int step : new int[] {0, 1, -1}) {
            long whole = number.longValue() + step;
            switch (form) {
                case INTEGER -> values.add(whole);
                case DECIMAL -> values.add(number.doubleValue() + step);
                case TEXT -> values.add(size ? "x".repeat((int) Math.max(0, Math.min(whole, 200))) : "" + whole);
                default -> values.add(whole);
            }
        }
    }

    private static void texts(Form form, String text, List<String> functions, List<Object> values) {
        if (form == Form.TIME) {
            time(text, values);
        } else if (functions.contains("version")) {
            values.addAll(List.of(text, Versions.above(text), Versions.below(text)));
        } else if (!functions.contains("matches") && !functions.contains("split")
                || functions.contains("@in") && form == Form.TEXT) {
            plain(form, text, values);
        }
    }

    private static void plain(Form form, String text, List<Object> values) {
        if (form == Form.TEXT || form == Form.ANY) {
            values.add(text);
        }
    }

    private static void time(String text, List<Object> values) {
        try {
            Instant time = Instant.parse(text);
            values.addAll(List.of(time, time.plus(Duration.ofDays(1)), time.minus(Duration.ofDays(1))));
        } catch (java.time.format.DateTimeParseException e) {
            values.add(Moment.NOW);
        }
    }

    private void documents(List<String> functions, List<Object> literals, List<Object> values) {
        if (functions.contains("policy")) {
            values.addAll(Policies.of(service, literals));
        }
        if (functions.contains("cidr")) {
            values.addAll(List.of("10.0.0.0/16", "0.0.0.0/0", "203.0.113.0/24", "203.0.113.7/32", "2001:db8::/32"));
        }
        if (functions.contains("secrets")) {
            values.addAll(
                    functions.contains("base64")
                            ? List.of(encoded("echo hello"), encoded(SECRET))
                            : List.of("plain text", SECRET));
        } else if (functions.contains("base64")) {
            literals.forEach(each -> values.add(encoded(each.toString())));
        }
        if (functions.contains("base64") && functions.contains("split")) {
            CredentialReports.texts().forEach(each -> values.add(encoded(each)));
        }
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Values that nothing in the expression asks for. */
    private List<Object> plain(Node node, int index) {
        Type type = node.type();
        return switch (node.form()) {
            case TRUTH -> List.of(true, false);
            case INTEGER -> node.isAskedOfNetwork() ? List.of(Openings.PORT, Openings.PORT + 1) : List.of(1L, 0L);
            case DECIMAL -> List.of(1.0, 0.0);
            case TIME -> List.of(Moment.NOW.minus(Duration.ofDays(30)), Moment.NOW.plus(Duration.ofDays(30)));
            case MAP ->
                node.calls("secrets")
                        ? List.of(Map.of("LOG_LEVEL", "info"), Map.of("AWS_SECRET_ACCESS_KEY", SECRET), Map.of())
                        : List.of(Map.of("Environment", "production"), Map.of());
            case STRUCTURE -> List.of(structure(type));
            default -> text(node, type, index);
        };
    }

    private List<Object> text(Node node, @Nullable Type type, int index) {
        if (type == null || type.enumValues().isEmpty()) {
            return List.of(realistic.text(node.name(), index + 1), realistic.text(node.name(), index + 2));
        }
        Set<String> literals = new LinkedHashSet<>();
        node.clues().forEach(clue -> literals(clue).forEach(each -> literals.add(each.toString())));
        return type.enumValues().stream()
                .filter(value -> !literals.contains(value))
                .<Object>map(value -> value)
                .limit(FURTHER)
                .toList();
    }

    /** A structure of the type with a few of its members. */
    Map<String, Object> structure(@Nullable Type type) {
        Map<String, Object> members = new java.util.LinkedHashMap<>();
        if (type != null) {
            type.members().forEach((name, member) -> {
                if (members.size() < FURTHER) {
                    switch (member.form()) {
                        case TEXT -> members.put(name, example(name, member));
                        case TRUTH ->
                            members.put(name, name.toLowerCase(Locale.ROOT).contains("enabled"));
                        default -> {}
                    }
                }
            });
        }
        return members;
    }

    private String example(String name, Type member) {
        return member.enumValues().isEmpty()
                ? realistic.text(name, 1)
                : member.enumValues().get(0);
    }
}
