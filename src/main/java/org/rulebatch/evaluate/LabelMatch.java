package org.rulebatch.evaluate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulebatch.generate.Label;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Operator;
import org.rulebatch.requirement.Quantifier;

/** Compares operator and value of a condition with what a label says on the same path. */
final class LabelMatch {

    /** A time in a label, {@code now-90d}. */
    private static final Pattern TIME = Pattern.compile("now([+-]\\d+)d");

    /** What an operator asks, however it is spelled. */
    private enum Sense {
        THERE,
        NOT_THERE,
        IS,
        IS_NOT,
        AT_LEAST,
        AT_MOST,
        YOUNGER,
        OLDER;

        Sense opposite() {
            return values()[ordinal() ^ 1];
        }

        static Sense of(Operator operator) {
            return switch (operator) {
                case EXISTS, NOT_EMPTY -> THERE;
                case NOT_EXISTS, IS_EMPTY -> NOT_THERE;
                case EQUALS, IN, CONTAINS -> IS;
                case NOT_EQUALS, NOT_IN, NOT_CONTAINS -> IS_NOT;
                case GT, GTE -> AT_LEAST;
                case LT, LTE -> AT_MOST;
                case WITHIN_DAYS -> YOUNGER;
                case OLDER_THAN_DAYS -> OLDER;
            };
        }
    }

    private LabelMatch() {}

    /** Whether the condition says the same as one of the answers on its path, or as an alternative to it. */
    static boolean fits(Label label, Condition condition) {
        Stream<Boolean> answers = label.answers().stream()
                .filter(answer -> answer.path().equals(condition.path()))
                .map(answer -> same(answer.op(), answer.value(), condition));
        Stream<Boolean> alternatives = label.alternatives().stream()
                .filter(other -> other.path().equals(condition.path()))
                .map(other -> same(other.op(), other.value(), condition));
        return Stream.concat(answers, alternatives).anyMatch(Boolean::booleanValue);
    }

    private static boolean same(String op, @Nullable Object stated, Condition condition) {
        Sense own = sense(condition);
        Optional<Integer> days = stated instanceof String text ? days(text) : Optional.empty();
        Sense labelled = Operator.of(op).map(Sense::of).orElse(own);
        if (days.isPresent()) {
            labelled = labelled == Sense.AT_LEAST ? Sense.YOUNGER : labelled == Sense.AT_MOST ? Sense.OLDER : labelled;
        }
        if (labelled != own) {
            return false;
        }
        Object value = condition.value();
        if (stated == null || value == null || own == Sense.THERE || own == Sense.NOT_THERE) {
            return true;
        }
        List<String> texts = texts(value);
        return texts(days.isPresent() ? days.get() : stated).stream().anyMatch(texts::contains);
    }

    /** That none of the elements is something says that each is not. */
    private static Sense sense(Condition condition) {
        Sense sense = Sense.of(condition.operator());
        return condition.expectation().quantifier() == Quantifier.NONE ? sense.opposite() : sense;
    }

    /** How long ago the time is, in days. */
    private static Optional<Integer> days(String text) {
        Matcher matcher = TIME.matcher(text);
        return matcher.matches() ? Optional.of(-Integer.parseInt(matcher.group(1))) : Optional.empty();
    }

    /** The values without spaces, which mean nothing in the texts of policies. */
    private static List<String> texts(Object value) {
        Stream<?> values = value instanceof List<?> list ? list.stream() : Stream.of(value);
        return values.map(Objects::toString)
                .map(text -> text.replaceAll("\\s", ""))
                .toList();
    }
}
