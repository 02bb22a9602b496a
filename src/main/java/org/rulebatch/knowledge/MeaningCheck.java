package org.rulebatch.knowledge;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Field;
import org.rulebatch.catalog.Operation;
import org.rulebatch.check.EveryValue;
import org.rulebatch.requirement.Expectation.Absence;
import org.rulebatch.requirement.Operator;
import org.rulebatch.requirement.Quantifier;

/** Ensures that a fact is none of the kinds that reviews have found wrong although its form is right. */
final class MeaningCheck {

    private static final Set<Operator> PRESENCE =
            EnumSet.of(Operator.EXISTS, Operator.NOT_EXISTS, Operator.NOT_EMPTY, Operator.IS_EMPTY);
    private static final Set<Operator> PRESENT = EnumSet.of(Operator.EXISTS, Operator.NOT_EMPTY);
    private static final Set<Operator> NEGATIVE = EnumSet.of(
            Operator.NOT_EQUALS, Operator.NOT_IN, Operator.NOT_CONTAINS, Operator.NOT_EXISTS, Operator.IS_EMPTY);
    private static final Pattern ALWAYS_THERE =
            Pattern.compile("(?i)preferred(maintenance|backup)window|weeklymaintenancewindowstart|masteraccountemail");
    private static final Pattern AHEAD = Pattern.compile("(?i)expir|notafter|validto$|validuntil");
    private static final Pattern SWITCHED_OFF = Pattern.compile("(?i)optin|subscription");
    private static final Pattern FAILED = Pattern.compile("(?i)fail|error");
    private static final Pattern PORT = Pattern.compile("(FromPort|PortRange\\.From)$");
    private static final Map<Slot, Pattern> UNITS = Map.of(
            Slot.SECONDS, Pattern.compile("(?i)(seconds|secs)$"),
            Slot.MINUTES, Pattern.compile("(?i)(minutes|mins)$"),
            Slot.HOURS, Pattern.compile("(?i)hours$"),
            Slot.DAYS, Pattern.compile("(?i)days$"));

    private final FileFindings findings;

    MeaningCheck(FileFindings findings) {
        this.findings = findings;
    }

    /** @param operation of the fact's main reading */
    void check(Resource resource, Fact fact, Operation operation, String pointer) {
        Reading main = fact.main();
        Complies complies = main.complies();
        String member = member(main.path());
        operation.field(main.path()).ifPresent(field -> {
            deprecated(fact, field, pointer);
            failures(fact, field, pointer);
            everyValue(fact, field, pointer);
        });
        allTraffic(fact, pointer);
        alwaysThere(resource, fact, member, pointer);
        weakerPlaces(fact, pointer);
        unit(member, complies.slot(), pointer);
        if (fact.absent() == Absence.COMPLIES && complies.quantifier() == null && isFirm(fact)) {
            findings.add(
                    pointer + "/absent",
                    "absent.contradicts",
                    member + " must be there, and complies when it is not",
                    "say which of the two");
        }
        boolean passesOnNothing = NEGATIVE.contains(complies.operator()) && fact.absent() != Absence.VIOLATES;
        if (passesOnNothing
                && fact.errors().stream()
                        .anyMatch(code -> SWITCHED_OFF.matcher(code).find())) {
            String message = "who has not switched the service on would comply";
            findings.add(pointer + "/errors", "errors.switched_off", message, "write has(…) && before it");
        }
        if (complies.operator() == Operator.WITHIN_DAYS
                && AHEAD.matcher(member).find()
                && complies.value() instanceof Integer days
                && days > 0) {
            String message = member + " lies ahead: within " + days + " days holds for everything not long expired";
            findings.add(pointer + "/complies", "time.direction", message, "a negative number of days lies ahead");
        }
        if (complies.quantifier() == Quantifier.NONE && NEGATIVE.contains(complies.operator())) {
            findings.add(
                    pointer + "/complies", "quantifier.double_negation", "none may not", "say it of every element");
        }
    }

    private void deprecated(Fact fact, Field field, String pointer) {
        if (field.deprecated() && !fact.near() && fact.note().isEmpty()) {
            String message = field.path() + " is deprecated";
            findings.add(pointer + "/path", "field.deprecated", message, "name its successor, or say why it counts");
        }
    }

    /** A state that must not be a failed one must not be any of them. */
    private void failures(Fact fact, Field field, String pointer) {
        Complies complies = fact.main().complies();
        List<String> named = named(complies.value());
        boolean meant = (complies.operator() == Operator.NOT_EQUALS || complies.operator() == Operator.NOT_IN)
                && fact.family().equals("resource_state")
                && named.stream().anyMatch(value -> FAILED.matcher(value).find());
        if (meant) {
            field.enumValues().stream()
                    .filter(value -> FAILED.matcher(value).find() && !named.contains(value))
                    .forEach(value -> findings.add(
                            pointer + "/complies",
                            "state.missed",
                            value + " of " + field.path() + " is a failed state too",
                            "name it as well"));
        }
    }

    /** A condition that no value fails decides nothing, unless a missing value fails it. */
    private void everyValue(Fact fact, Field field, String pointer) {
        Complies complies = fact.main().complies();
        boolean decides = !fact.near() && fact.absent() != Absence.COMPLIES;
        if (!decides && EveryValue.complies(field, complies.operator(), complies.value())) {
            String message = "every value that the API knows for " + field.path() + " complies";
            findings.add(pointer + "/complies", "condition.always", message, "has(…) and near, or name fewer");
        }
    }

    /** A rule of a security group or network ACL that opens all traffic, protocol -1, has no ports and opens every one. */
    private void allTraffic(Fact fact, String pointer) {
        List<Reading> readings =
                Stream.concat(Stream.of(fact.main()), fact.with().stream()).toList();
        for (Reading reading : readings) {
            boolean missed = isOfPorts(reading)
                    && readings.stream()
                            .noneMatch(other -> other.path().equals(reading.path()) && isOfAllTraffic(other));
            if (missed) {
                String message = reading.path() + " is looked at for a port, and not for rules that open all traffic";
                findings.add(pointer, "port.all_traffic", message, "add the same for the protocol -1, with &&");
                return;
            }
        }
    }

    private static boolean isOfPorts(Reading reading) {
        return reading.complies().operator() == Operator.NOT_EQUALS
                && reading.complies().where().stream()
                        .anyMatch(filter -> PORT.matcher(filter.path()).find());
    }

    private static boolean isOfAllTraffic(Reading reading) {
        return reading.complies().where().stream()
                .anyMatch(filter -> filter.path().endsWith("Protocol") && "-1".equals(filter.value()));
    }

    private void alwaysThere(Resource resource, Fact fact, String member, String pointer) {
        Reading main = fact.main();
        boolean identity = main.call().operation().equals(resource.list().operation())
                && !resource.items().isEmpty()
                && resource.members().contains(main.path());
        boolean decides = isFirm(fact) && main.complies().quantifier() != Quantifier.SOME;
        if (decides && (identity || ALWAYS_THERE.matcher(member).matches())) {
            String message = member + " is there whether a rule is met or not";
            findings.add(pointer + "/path", "presence.always", message, "mark the fact as near, and say so in a note");
        }
    }

    /** A place that only shows the part of the answer in which the datum stands is not the same datum. */
    private void weakerPlaces(Fact fact, String pointer) {
        Reading main = fact.main();
        if (PRESENCE.contains(main.complies().operator())) {
            return;
        }
        for (int i = 0; i < fact.also().size(); i++) {
            Reading also = fact.also().get(i);
            boolean above = also.call().operation().equals(main.call().operation())
                    && main.path().startsWith(also.path() + ".");
            if (above && PRESENCE.contains(also.complies().operator())) {
                String message = also.path() + " being there says less than " + main.path();
                findings.add(pointer + "/also/" + i, "also.weaker", message, "leave this place out");
            }
        }
    }

    private void unit(String member, @Nullable Slot slot, String pointer) {
        UNITS.forEach((unit, name) -> {
            if (slot != null
                    && slot != unit
                    && slot != Slot.DAYS_AHEAD
                    && name.matcher(member).find()) {
                String message = member + " is no " + slot;
                findings.add(
                        pointer + "/complies",
                        "parameter.unit",
                        message,
                        "params." + unit.name().toLowerCase(Locale.ROOT));
            }
        });
    }

    private static boolean isFirm(Fact fact) {
        return !fact.near() && PRESENT.contains(fact.main().complies().operator());
    }

    private static List<String> named(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }

    private static String member(String path) {
        String plain = path.replace("[]", "").replace("{}", "");
        return plain.substring(plain.lastIndexOf('.') + 1);
    }
}
