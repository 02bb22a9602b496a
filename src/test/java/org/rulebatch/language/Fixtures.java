package org.rulebatch.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rulebatch.language.function.Answer;
import org.rulebatch.language.function.Json;
import org.rulebatch.language.function.Maybe;
import org.rulebatch.yaml.YamlDocument;

/** Tables of cases from {@code /language/…}, as plain values. */
public final class Fixtures {

    private Fixtures() {}

    /** The cases of a file. */
    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> cases(String file) {
        return (List<Map<String, Object>>) read(file);
    }

    /** The rows of a file. */
    @SuppressWarnings("unchecked")
    public static List<List<Object>> rows(String file) {
        return (List<List<Object>>) read(file);
    }

    private static Object read(String file) {
        String source = "/language/" + file;
        try (InputStream in = Fixtures.class.getResourceAsStream(source)) {
            String json = YamlDocument.read(source, Objects.requireNonNull(in, source))
                    .root()
                    .toString();
            return value(Json.parse(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value, which must be known. */
    public static <T> T value(Maybe<T> maybe) {
        return ((Maybe.Value<T>) maybe).value();
    }

    /** What a case must have under the key. */
    public static Object get(Map<String, Object> each, String key) {
        return Objects.requireNonNull(each.get(key), key);
    }

    /** {@code yes}, {@code no} or {@code unknown}. */
    public static String word(Answer answer) {
        return answer.isYes() ? "yes" : answer.isNo() ? "no" : "unknown";
    }
}
