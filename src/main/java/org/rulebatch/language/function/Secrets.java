package org.rulebatch.language.function;

import com.google.re2j.Matcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds secrets in texts, lists and maps: by formats that their issuers published, and by names that say password, secret, token
 * or key and hold a value that looks like one. What merely points to a secret ({@code {{resolve:secretsmanager:…}}}, an ARN,
 * <code>${…}</code>, a path) or stands for one ({@code changeme}, {@code <password>}, AWS's documented
 * {@code AKIAIOSFODNN7EXAMPLE}) is not found.
 */
public final class Secrets {

    /** The most characters that are looked through. */
    public static final int MAX_LENGTH = 1 << 18;

    private static final int MAX_DEPTH = 32;
    private static final int MAX_FOUND = 100;
    private static final int SHORTEST_PASSWORD = 6;
    private static final int SHORTEST_TOKEN = 12;

    private static final List<String> NAME_KEYS = List.of("Name", "name", "Key", "key", "ParameterKey", "id");
    private static final List<String> VALUE_KEYS = List.of("Value", "value", "ParameterValue", "stringValue");

    private final List<Match> found = new ArrayList<>();
    private int length;
    private @Nullable String tooMuch;

    private Secrets() {}

    /**
     * A secret that was found. It does not hold the secret itself.
     *
     * @param kind the format's name, or {@code password or token} for one found by its name
     * @param place where it stands: {@code $.Environment.DB_PASSWORD}, {@code $[3]}; {@code $} for the text itself
     */
    public record Match(String kind, String place) {}

    /**
     * The secrets in the value and all that is in it, at most 100.
     *
     * @param value a text, or maps and lists with texts; anything else has none
     * @return unknown where nothing was found in the first 256 Ki characters and there are more
     */
    public static Maybe<List<Match>> find(@Nullable Object value) {
        Secrets secrets = new Secrets();
        secrets.walk(value, "", "$", 0);
        return secrets.found.isEmpty() && secrets.tooMuch != null
                ? Maybe.unknown(secrets.tooMuch)
                : Maybe.of(List.copyOf(secrets.found));
    }

    /** Whether there is a secret in the value. */
    public static Answer areIn(@Nullable Object value) {
        return find(value).answer(found -> Answer.of(!found.isEmpty()));
    }

    private void walk(@Nullable Object value, String name, String place, int depth) {
        if (depth > MAX_DEPTH) {
            tooMuch = "the value is nested deeper than " + MAX_DEPTH;
        } else if (value instanceof Map<?, ?> map) {
            walkMap(map, place, depth);
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size() && tooMuch == null; i++) {
                walk(list.get(i), name, place + "[" + i + "]", depth + 1);
            }
        } else if (value instanceof String text) {
            look(text, name, place);
        }
    }

    private void walkMap(Map<?, ?> map, String place, int depth) {
        Object name = first(map, NAME_KEYS);
        Object paired = first(map, VALUE_KEYS);
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String key = String.valueOf(entry.getKey());
            boolean pair = name instanceof String && paired != null && entry.getValue() == paired;
            walk(entry.getValue(), pair ? String.valueOf(name) : key, place + "." + key, depth + 1);
            if (tooMuch != null) {
                return;
            }
        }
    }

    private static @Nullable Object first(Map<?, ?> map, List<String> keys) {
        return keys.stream()
                .filter(map::containsKey)
                .findFirst()
                .<Object>map(map::get)
                .orElse(null);
    }

    private void look(String text, String name, String place) {
        length += text.length();
        if (length > MAX_LENGTH || found.size() >= MAX_FOUND) {
            tooMuch = "there are more than " + MAX_LENGTH + " characters";
            return;
        }
        String kind = kind(text, name);
        if (kind != null) {
            found.add(new Match(kind, place));
        }
    }

    private static @Nullable String kind(String text, String name) {
        SecretFormats all = SecretFormats.ALL;
        String lower = text.toLowerCase(Locale.ROOT);
        for (SecretFormats.Format format : all.formats()) {
            if (!hasOne(lower, format.with())) {
                continue;
            }
            Matcher matcher = format.pattern().matcher(text);
            while (matcher.find()) {
                if (!all.isPlaceholder(matcher.group(matcher.groupCount()))) {
                    return format.name();
                }
            }
        }
        boolean named = all.namesSecret(name) && isLikely(name, text.strip())
                || hasOne(lower, all.assignmentWith()) && isAssigned(text);
        return named ? "password or token" : null;
    }

    private static boolean hasOne(String lower, List<String> pieces) {
        return pieces.stream().anyMatch(lower::contains);
    }

    private static boolean isAssigned(String text) {
        Matcher matcher = SecretFormats.ALL.assignment().matcher(text);
        while (matcher.find()) {
            String value = matcher.group(2) != null
                    ? matcher.group(2)
                    : matcher.group(3) != null ? matcher.group(3) : matcher.group(4);
            if (SecretFormats.ALL.namesSecret(matcher.group(1)) && isLikely(matcher.group(1), value)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the value of such a name looks like a secret: long enough, in one piece, and no plain word or number. */
    private static boolean isLikely(String name, String value) {
        boolean password = name.matches("(?i).*(passw|pwd|passphrase).*");
        boolean digit = value.chars().anyMatch(Character::isDigit);
        boolean letter = value.chars().anyMatch(Character::isLetter);
        boolean mark = value.chars().anyMatch(c -> !Character.isLetterOrDigit(c) && c != '-' && c != '_' && c != '.');
        return value.length() >= (password ? SHORTEST_PASSWORD : SHORTEST_TOKEN)
                && value.chars().noneMatch(Character::isWhitespace)
                && letter
                && (digit || password && mark)
                && !SecretFormats.ALL.isPlaceholder(value);
    }
}
