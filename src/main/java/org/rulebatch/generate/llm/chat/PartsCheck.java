package org.rulebatch.generate.llm.chat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.reading.Clause;
import org.rulebatch.reading.ContentWord;
import org.rulebatch.reading.Part;
import org.rulebatch.reading.Role;
import org.rulebatch.reading.RuleReading;
import org.rulebatch.reading.Unit;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Finding;
import org.rulebatch.requirement.Read;

/**
 * Holds what a model says of a rule's parts against the rule and against the check: what is quoted stands in the rule, the piece
 * that answers it stands in the check, and each word, number and value of the rule is answered.
 */
final class PartsCheck {

    private static final Pattern WORDS = Pattern.compile("[^a-z0-9.]+");
    private static final Pattern NUMBER = Pattern.compile("(?<![A-Za-z0-9_.])\\d+(?:\\.\\d+)?(?![A-Za-z0-9_])");

    /** What a number may be written as in a smaller unit. */
    private static final Map<Unit, List<Integer>> FACTORS = Map.of(
            Unit.DAYS, List.of(1, 24, 1_440, 86_400),
            Unit.HOURS, List.of(1, 60, 3_600),
            Unit.MINUTES, List.of(1, 60),
            Unit.BYTES, List.of(1),
            Unit.COUNT, List.of(1));

    private final RuleMetadata rule;
    private final RuleReading reading;
    private final List<Finding> findings = new ArrayList<>();

    PartsCheck(RuleMetadata rule, RuleReading reading) {
        this.rule = rule;
        this.reading = reading;
    }

    /** What is wrong; of a proposal only what is said wrongly, as it may leave parts open. */
    List<Finding> of(Written written) {
        String check = text(written.check());
        for (Written.Piece part : written.parts()) {
            quoted(part);
            answered(part, check);
        }
        if (written.outcome() == Written.Outcome.CHECK) {
            covered(written);
            stated(check);
        }
        return List.copyOf(findings);
    }

    private void quoted(Written.Piece part) {
        Set<String> words = words(allText());
        boolean quoted = words(part.text()).stream().allMatch(words::contains);
        if (part.text().isBlank() || !quoted) {
            wrong("part.not_quoted", "\"" + part.text() + "\" does not stand in the rule; quote it word for word");
        }
    }

    private void answered(Written.Piece part, String check) {
        boolean names = part.by() == Written.By.NONE || part.by() == Written.By.FOR_EACH;
        if (!names && (part.piece().isBlank() || !plain(check).contains(plain(part.piece())))) {
            wrong(
                    "part.no_piece",
                    "\"" + part.text() + "\": the piece " + part.piece() + " does not stand in the check; copy it from "
                            + part.by().word());
        }
    }

    private void covered(Written written) {
        Set<String> open = new LinkedHashSet<>();
        Set<String> answered = new LinkedHashSet<>();
        for (Written.Piece part : written.parts()) {
            (part.by() == Written.By.NONE ? open : answered).addAll(words(part.text()));
        }
        open.removeAll(answered);
        for (ContentWord word : reading.contentWords()) {
            Set<String> own = words(word.text());
            if (isAsked(word) && !answered.containsAll(own)) {
                String why = open.containsAll(own) ? "nothing answers it" : "no part quotes it";
                wrong(
                        "part.open",
                        "the rule says \"" + word.text() + "\", and " + why
                                + ": answer it, or make it a proposal with a reservation");
            }
        }
    }

    private static boolean isAsked(ContentWord word) {
        Part part = word.part();
        return !word.isEveryday()
                && (part instanceof Part.Subject
                        || part instanceof Part.Property
                        || part instanceof Part.Population
                        || part instanceof Part.Exemption);
    }

    /** Numbers and values of the rule that the check does not have. */
    private void stated(String check) {
        Set<BigDecimal> numbers = new LinkedHashSet<>();
        Matcher matcher = NUMBER.matcher(check);
        while (matcher.find()) {
            numbers.add(new BigDecimal(matcher.group()).stripTrailingZeros());
        }
        for (Clause clause : reading.clauses()) {
            for (Part part : clause.parts()) {
                if (part instanceof Part.Measure measure
                        && measure.role() != Role.PURPOSE
                        && !has(check, numbers, measure)) {
                    missing(PartsText.in(rule, part.place()));
                }
                if (part instanceof Part.Values values && isLiteral(values)) {
                    values.values().stream()
                            .filter(value -> !plain(check)
                                    .toLowerCase(Locale.ROOT)
                                    .contains(plain(value).toLowerCase(Locale.ROOT)))
                            .forEach(this::missing);
                }
            }
        }
    }

    /** Values with a digit are written in a check as they are in the rule; words may mean an enum's constant. */
    private static boolean isLiteral(Part.Values values) {
        return (values.role() == Role.PROPERTY || values.role() == Role.POPULATION)
                && values.values().stream().allMatch(value -> value.matches(".*\\d.*"));
    }

    private static boolean has(String check, Set<BigDecimal> numbers, Part.Measure measure) {
        if (measure.unit() == Unit.VERSION) {
            return measure.numbers().stream().allMatch(check::contains);
        }
        return measure.amounts().stream().allMatch(amount -> FACTORS.getOrDefault(measure.unit(), List.of(1)).stream()
                .map(factor -> amount.multiply(BigDecimal.valueOf(factor)))
                .flatMap(
                        number -> List.of(number, number.subtract(BigDecimal.ONE), number.add(BigDecimal.ONE)).stream())
                .anyMatch(number -> numbers.contains(number.stripTrailingZeros()) || isOne(amount)));
    }

    /** "at least one" is {@code exists}. */
    private static boolean isOne(BigDecimal amount) {
        return amount.compareTo(BigDecimal.ONE) <= 0;
    }

    private void missing(String text) {
        wrong(
                "part.value",
                "the rule says \"" + text
                        + "\", and the check has no such value: put it in, or make it a proposal with a"
                        + " reservation");
    }

    private void wrong(String id, String message) {
        findings.add(ReplyReader.wrongReply(id, "parts", message));
    }

    private String allText() {
        return String.join(
                " ",
                rule.ruleId(),
                rule.title(),
                rule.requirement(),
                rule.description(),
                rule.rationale(),
                rule.ruleId().replace('_', ' '));
    }

    /** Everything that a check states. */
    static String text(Expressions check) {
        StringBuilder text = new StringBuilder();
        text.append(check.where()).append(' ').append(check.complies()).append(' ');
        text.append(check.parameters())
                .append(' ')
                .append(check.with().keySet())
                .append(' ');
        for (Read read : CheckText.reads(check)) {
            text.append(read.call()).append(' ').append(read.call().params()).append(' ');
        }
        return text.append(check.subject()).toString();
    }

    private static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : WORDS.split(text.toLowerCase(Locale.ROOT))) {
            String plain = word.replaceAll("^\\.+|\\.+$", "");
            if (!plain.isEmpty()) {
                words.add(plain);
            }
        }
        return words;
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s\"'`\\\\]+", "");
    }
}
