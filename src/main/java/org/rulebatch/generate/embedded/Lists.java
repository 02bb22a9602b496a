package org.rulebatch.generate.embedded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.reading.Clause;
import org.rulebatch.reading.Part;
import org.rulebatch.reading.Place;
import org.rulebatch.reading.RuleReading;
import org.rulebatch.reading.Source;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Conditions;
import org.rulebatch.requirement.Expectation;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Operator;
import org.rulebatch.requirement.Requirement;

/** Puts the values that a rule lists in the place of those that the knowledge base lists: policies, runtimes, kinds of logs. */
final class Lists {

    private static final String LITERAL = "\\[\\s*\"[^\"\\]]*\"(?:\\s*,\\s*\"[^\"\\]]*\")*\\s*\\]";
    private static final Pattern LIST = Pattern.compile(LITERAL);
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z][\\w.-]*\\w");

    /** A field in a list or of a form beside it; the form is the knowledge base's own. */
    private static final Pattern OR_FORM =
            Pattern.compile("^(item\\.[\\w.]+) in (" + LITERAL + ") \\|\\| \\1\\.matches\\(\"[^\"]*\"\\)$");

    private static final Pattern IS_IN = Pattern.compile("^item\\.[\\w.]+ in " + LITERAL + "$");
    private static final Pattern IS_NOT_IN = Pattern.compile("^!\\(item\\.[\\w.]+ in " + LITERAL + "\\)$");
    private static final Pattern HAS_ALL = Pattern.compile("^" + LITERAL + "\\.all\\(.*");

    /** A value of which better ones are known to be meant too. */
    private static final Pattern OR_BETTER =
            Pattern.compile("(?i)\\b(at least|at minimum|minimum|or (?:newer|later|higher|above|better|stronger))\\b");

    private Lists() {}

    /** The check with the values of the rule, where those are of the same kind and the check asks the same of them. */
    static Requirement stated(RuleMetadata rule, RuleReading reading, Requirement requirement) {
        for (Clause clause : reading.normClauses()) {
            String text = clause.place().in(Coverage.text(rule, clause.place()));
            if (!OR_BETTER.matcher(text).find()) {
                Requirement stated = requirement instanceof Expressions asked
                        ? stated(text, clause.wanted(), asked)
                        : stated(text, clause.wanted(), (Conditions) requirement);
                if (!stated.equals(requirement)) {
                    return stated;
                }
            }
        }
        return requirement;
    }

    /** Where a rule states values that stand in a list of the check together with others that the rule does not state. */
    static List<Place> passedOver(RuleMetadata rule, RuleReading reading, Requirement requirement) {
        List<Place> places = new ArrayList<>();
        List<Clause> demanding = new ArrayList<>(reading.normClauses());
        boolean all = reading.normClauses().stream()
                .anyMatch(clause -> !clause.parts(Part.Quantifier.class).isEmpty());
        reading.clauses(Source.DESCRIPTION).stream()
                .filter(clause -> !all && !Told.tells(clause.place().in(rule.description())))
                .forEach(demanding::add);
        for (Clause clause : demanding) {
            String text = clause.place().in(Coverage.text(rule, clause.place()));
            for (List<String> known : lists(requirement)) {
                Map<String, Integer> values = values(text, known);
                if (!values.isEmpty() && !values.keySet().equals(Set.copyOf(known))) {
                    values.forEach((value, at) -> places.add(new Place(
                            clause.place().source(),
                            clause.place().from() + at,
                            clause.place().from() + at + value.length())));
                }
            }
        }
        return places.stream().distinct().toList();
    }

    private static Requirement stated(String text, boolean wanted, Expressions asked) {
        String plain = OR_FORM.matcher(asked.complies()).replaceFirst("$1 in $2");
        Matcher list = LIST.matcher(plain);
        boolean same = wanted
                ? IS_IN.matcher(plain).matches() || HAS_ALL.matcher(plain).matches()
                : IS_NOT_IN.matcher(plain).matches();
        if (!same || !list.find()) {
            return asked;
        }
        List<String> known = elements(list.group());
        Map<String, Integer> values = values(text, known);
        return values.isEmpty() || values.keySet().equals(Set.copyOf(known))
                ? asked
                : asked.complying(plain.substring(0, list.start()) + literal(values) + plain.substring(list.end()));
    }

    private static String literal(Map<String, Integer> values) {
        return values.keySet().stream().collect(Collectors.joining("\", \"", "[\"", "\"]"));
    }

    private static Requirement stated(String text, boolean wanted, Conditions conditions) {
        List<Condition> stated = conditions.conditions().stream()
                .map(condition -> list(condition)
                        .filter(known -> condition.operator() == (wanted ? Operator.IN : Operator.NOT_IN))
                        .filter(known -> !values(text, known).keySet().equals(Set.copyOf(known)))
                        .map(known -> List.copyOf(values(text, known).keySet()))
                        .filter(values -> !values.isEmpty())
                        .map(values -> with(condition, values))
                        .orElse(condition))
                .toList();
        return new Conditions(stated, conditions.logic());
    }

    private static Condition with(Condition condition, List<String> values) {
        Expectation own = condition.expectation();
        return condition.withExpectation(
                new Expectation(own.operator(), values, own.key(), own.quantifier(), own.where(), own.absent()));
    }

    private static Optional<List<String>> list(Condition condition) {
        boolean listed = condition.operator() == Operator.IN || condition.operator() == Operator.NOT_IN;
        return listed && condition.value() instanceof List<?> values
                ? Optional.of(values.stream().map(String::valueOf).toList())
                : Optional.empty();
    }

    private static List<List<String>> lists(Requirement requirement) {
        return requirement instanceof Expressions asked
                ? LIST.matcher(asked.complies())
                        .results()
                        .map(found -> elements(found.group()))
                        .toList()
                : ((Conditions) requirement)
                        .conditions().stream()
                                .flatMap(condition -> list(condition).stream())
                                .toList();
    }

    private static List<String> elements(String literal) {
        return QUOTED.matcher(literal).results().map(found -> found.group(1)).toList();
    }

    /**
     * Values in a text that are in a list, or written as one in there is: "python3.12" beside {@code python3.8}. One alone must be
     * written as no other word is.
     *
     * @return where each stands in the text, in its order
     */
    private static Map<String, Integer> values(String text, List<String> known) {
        Map<String, Integer> values = new LinkedHashMap<>();
        TOKEN.matcher(text).results().forEach(found -> known.stream()
                .filter(each -> each.equalsIgnoreCase(found.group()))
                .findFirst()
                .or(() -> Stream.of(found.group())
                        .filter(token -> known.stream().anyMatch(each -> isWrittenAs(token, each)))
                        .findFirst())
                .ifPresent(value -> values.putIfAbsent(value, found.start())));
        boolean telling =
                values.keySet().stream().anyMatch(value -> value.matches(".*\\d.*") && value.matches(".*[.-].*"));
        return values.size() > 1 || telling ? values : Map.of();
    }

    private static boolean isWrittenAs(String token, String known) {
        return token.matches(".*\\d.*") && form(token).equals(form(known));
    }

    private static String form(String value) {
        return value.toLowerCase(Locale.ROOT).replaceAll("\\d+", "0");
    }
}
