package org.rulebatch.cli.options;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rulebatch.store.InputException;

/** Reads ages: {@code 30d}, {@code 12h}, {@code 90m}. */
public final class Age {

    private static final Pattern AGE = Pattern.compile("(\\d{1,6})([dhm])");

    private Age() {}

    /** @throws InputException if it is none */
    public static Duration parse(String option, String age) {
        Matcher matcher = AGE.matcher(age);
        if (!matcher.matches()) {
            throw new InputException(option + ": '" + age + "' is not an age; write 30d, 12h or 90m.");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "d" -> Duration.ofDays(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofMinutes(number);
        };
    }
}
