package org.rulebatch.ruleyaml;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulebatch.language.value.Form;
import org.rulebatch.requirement.Operator;

/** Writes the comparison of one value: an absent value fails what is positive and meets what is negative. */
final class CelComparison {

    private final CelPlace place;

    CelComparison(CelPlace place) {
        this.place = place;
    }

    CelText of(Operator operator, @Nullable Object value) {
        return switch (operator) {
            case EXISTS -> place.isThere();
            case NOT_EXISTS -> place.isThere().not();
            case IS_EMPTY -> filled().not();
            case NOT_EMPTY -> filled();
            case EQUALS -> equal(value);
            case NOT_EQUALS -> equal(value).not();
            case IN -> in(value);
            case NOT_IN -> in(value).not();
            case CONTAINS -> contains(value);
            case NOT_CONTAINS -> contains(value).not();
            case GT -> ordered(" > ", "isNewerThan", value);
            case GTE -> ordered(" >= ", "isAtLeast", value);
            case LT -> ordered(" < ", "isOlderThan", value);
            case LTE -> ordered(" <= ", "isAtMost", value);
            case OLDER_THAN_DAYS -> aged(" > ", value);
            case WITHIN_DAYS -> aged(" <= ", value);
        };
    }

    private CelText filled() {
        String text = place.text();
        return switch (place.form()) {
            case TEXT -> CelText.equal(text, "\"\"").not();
            case LIST, MAP ->
                new CelText(
                        "size(" + text + ") > 0",
                        CelText.Binding.COMPARISON,
                        "size(" + text + ") == 0",
                        CelText.Binding.COMPARISON);
            case STRUCTURE ->
                CelText.any(place.members().keySet().stream()
                        .map(name -> place.member(name).isThere())
                        .toList());
            case ANY ->
                there(CelText.any(List.of(same("\"\""), same("[]"), same("{}"))).not());
            default -> place.isThere();
        };
    }

    private CelText equal(@Nullable Object value) {
        String literal = CelLiteral.of(place.form(), value);
        return switch (place.form()) {
            case TRUTH ->
                switch (literal) {
                    case "true" -> CelText.truth(place.text());
                    case "false" -> there(CelText.truth(place.text()).not());
                    default -> CelText.equal(place.text(), literal);
                };
            case TEXT -> literal.equals("\"\"") ? there(same(literal)) : same(literal);
            // A document may hold its numbers and flags as text.
            case ANY ->
                CelText.any(Stream.of(literal, CelLiteral.text(String.valueOf(value)))
                        .distinct()
                        .map(this::same)
                        .toList());
            case LIST, MAP, STRUCTURE -> same(literal);
            default -> there(same(literal));
        };
    }

    private CelText same(String literal) {
        return CelText.equal(place.text(), literal);
    }

    private CelText in(@Nullable Object value) {
        List<?> values = value instanceof List<?> list ? list : List.of(String.valueOf(value));
        if (place.form() == Form.TRUTH) {
            return CelText.any(values.stream().map(this::equal).distinct().toList());
        }
        List<String> literals =
                values.stream().map(each -> CelLiteral.of(place.form(), each)).toList();
        CelText in = CelText.comparison(place.text() + " in [" + String.join(", ", literals) + "]");
        boolean zero = literals.contains("\"\"");
        return place.form() == Form.TEXT && !zero || place.form() == Form.ANY ? in : there(in);
    }

    private CelText contains(@Nullable Object value) {
        return switch (place.form()) {
            case TEXT -> {
                String part = CelLiteral.text(String.valueOf(value));
                CelText contains = CelText.truth(place.text() + ".contains(" + part + ")");
                yield part.equals("\"\"") ? there(contains) : contains;
            }
            case LIST -> elementOf(place, value, 1);
            default -> CelText.comparison(CelLiteral.of(Form.TEXT, value) + " in " + place.text());
        };
    }

    /** Whether a list, or one of the lists in it, has the value. */
    static CelText elementOf(CelPlace list, @Nullable Object value, int depth) {
        String variable = "v" + depth;
        CelPlace element = list.element(variable);
        if (element.form() == Form.LIST) {
            return CelText.truth(list.text() + ".exists(" + variable + ", "
                    + elementOf(element, value, depth + 1).text() + ")");
        }
        return CelText.comparison(CelLiteral.of(element.form(), value) + " in " + list.text());
    }

    private CelText ordered(String operator, String method, @Nullable Object value) {
        String text = place.text();
        if (place.form() == Form.TEXT && value instanceof String version) {
            return there(
                    CelText.truth("version(" + text + ")." + method + "(version(" + CelLiteral.text(version) + "))"));
        }
        boolean made = place.form() == Form.TEXT || place.form() == Form.ANY;
        Form form = made ? Form.DECIMAL : place.form();
        String number = made ? "double(" + text + ")" : text;
        return there(CelText.comparison(number + operator + CelLiteral.of(form, value)));
    }

    private CelText aged(String operator, @Nullable Object days) {
        String number = CelLiteral.of(Form.INTEGER, days);
        return there(CelText.comparison("age(" + place.text() + ")" + operator + number));
    }

    /** The comparison, of a value that is there. */
    private CelText there(CelText comparison) {
        return place.isThere().and(comparison);
    }
}
