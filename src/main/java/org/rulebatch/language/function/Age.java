package org.rulebatch.language.function;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** How long ago a point in time is. */
public final class Age {

    private static final BigDecimal LAST_SECOND = new BigDecimal("253402300799");

    private Age() {}

    /**
     * The time from then to now; negative where it lies ahead.
     *
     * @param time an Instant, seconds since 1970, or a text of ISO 8601: a date, or a date and a time with its zone
     */
    public static Maybe<Duration> of(@Nullable Object time, Instant now) {
        try {
            Instant then = instant(time);
            return then == null
                    ? Maybe.unknown(
                            time == null ? "there is no point in time" : "'" + time + "' is not a point in time")
                    : Maybe.of(Duration.between(then, now));
        } catch (DateTimeException | ArithmeticException e) {
            return Maybe.unknown("'" + time + "' is not a point in time");
        }
    }

    /** Whole days from then to now, rounded down: 90 only after 90 times 24 hours. */
    public static Maybe<Long> days(@Nullable Object time, Instant now) {
        Maybe<Duration> age = of(time, now);
        return age instanceof Maybe.Value<Duration> known
                ? Maybe.of(Math.floorDiv(
                        known.value().toSeconds(), Duration.ofDays(1).toSeconds()))
                : Maybe.unknown(((Maybe.Unknown<Duration>) age).reason());
    }

    private static @Nullable Instant instant(@Nullable Object time) {
        if (time instanceof Instant instant) {
            return instant;
        }
        if (time instanceof Number number) {
            return seconds(new BigDecimal(number.toString()));
        }
        return time instanceof String text && !text.isBlank() ? parsed(text.strip()) : null;
    }

    private static @Nullable Instant seconds(BigDecimal seconds) {
        return seconds.abs().compareTo(LAST_SECOND) > 0
                ? null
                : Instant.ofEpochMilli(
                        seconds.movePointRight(3).setScale(0, RoundingMode.DOWN).longValueExact());
    }

    private static Instant parsed(String text) {
        if (text.length() == "2026-01-31".length()) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            // AWS writes the zone without its colon in some answers: +0000
            return OffsetDateTime.parse(text.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2"))
                    .toInstant();
        }
    }
}
