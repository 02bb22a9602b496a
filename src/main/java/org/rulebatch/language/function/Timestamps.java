package org.rulebatch.language.function;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the forms of a point in time that AWS services send: seconds, ISO 8601 with and without zone, RFC 822. */
public final class Timestamps {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

    /** A date, and a time and a zone if there are any. */
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][ ]")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalEnd()
            .optionalStart()
            .appendPattern("[XXX][XX][X]")
            .optionalEnd()
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .toFormatter(Locale.ROOT);

    private Timestamps() {}

    /**
     * The point in time; UTC where the text names no zone.
     *
     * @throws IllegalArgumentException if it has none of the known forms
     */
    public static Instant parse(String text) {
        String value = text.strip();
        try {
            if (NUMBER.matcher(value).matches()) {
                return Instant.ofEpochMilli(
                        new BigDecimal(value).movePointRight(3).longValue());
            }
            if (!value.isEmpty() && Character.isLetter(value.charAt(0))) {
                return ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
            }
            TemporalAccessor parsed = ISO.parseBest(value, ZonedDateTime::from, LocalDateTime::from);
            return parsed instanceof LocalDateTime local ? local.toInstant(ZoneOffset.UTC) : Instant.from(parsed);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is not a point in time", e);
        }
    }
}
