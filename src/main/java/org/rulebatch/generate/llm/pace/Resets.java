package org.rulebatch.generate.llm.pace;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads OpenAI's {@code x-ratelimit-reset-*}: {@code 1s}, {@code 6m0s}, {@code 120ms}. */
final class Resets {

    private static final Pattern PART = Pattern.compile("(\\d{1,6}(?:\\.\\d+)?)(ms|h|m|s)");

    private Resets() {}

    static Duration parse(String text) {
        double seconds = 0;
        Matcher parts = PART.matcher(text);
        while (parts.find()) {
            double number = Double.parseDouble(parts.group(1));
            seconds += switch (parts.group(2)) {
                case "h" -> number * 3600;
                case "m" -> number * 60;
                case "ms" -> number / 1000;
                default -> number;
            };
        }
        return Duration.ofMillis((long) Math.ceil(seconds * 1000));
    }
}
