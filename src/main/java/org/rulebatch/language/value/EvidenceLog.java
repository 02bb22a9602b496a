package org.rulebatch.language.value;

import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulebatch.language.function.Base64Text;
import org.rulebatch.language.function.Maybe;
import org.rulebatch.language.function.Secrets;

/** Collects what is read, and forgets for a failure what the parts read that did hold. */
public final class EvidenceLog {

    private static final class Reads {

        private final Map<String, Optional<Object>> values = new LinkedHashMap<>();
        private int more;

        void add(String path, @Nullable Object value) {
            if (values.size() < Evidence.MOST) {
                values.put(path, Optional.ofNullable(value));
            } else if (!values.containsKey(path)) {
                more++;
            }
        }

        Evidence evidence() {
            List<Evidence.Read> reads = new ArrayList<>();
            values.forEach((path, value) -> {
                if (!isOpened(path)) {
                    reads.add(new Evidence.Read(path, shown(path, value.orElse(null))));
                }
            });
            return new Evidence(reads, more);
        }

        /** Whether parts of the value were read, so that it need not be shown itself. */
        private boolean isOpened(String path) {
            return values.keySet().stream()
                    .anyMatch(other -> other.startsWith(path + ".") || other.startsWith(path + "["));
        }
    }

    private final Reads all = new Reads();
    private Reads decisive = new Reads();

    void add(String path, @Nullable Object value) {
        all.add(path, value);
        decisive.add(path, value);
    }

    /** What was read until now did hold, so a failure is not due to it. */
    public void held() {
        decisive = new Reads();
    }

    public Evidence of(Evaluation evaluation) {
        return evaluation instanceof Evaluation.False ? decisive.evidence() : all.evidence();
    }

    private static @Nullable Object shown(String path, @Nullable Object value) {
        if (value instanceof String text) {
            return holdsSecret(path, text) ? new Evidence.Summary("a text with a secret") : Shown.cut(text);
        }
        if (value == null) {
            return null;
        }
        boolean scalar = value instanceof Number
                || value instanceof Boolean
                || value instanceof Temporal
                || value instanceof Duration;
        return scalar ? value : new Evidence.Summary(Shown.of(value));
    }

    /** By the name under which the text stands, too; one that is encoded is a secret still. */
    private static boolean holdsSecret(String path, String text) {
        String name = path.replaceFirst("\"?]$", "").replaceFirst("(?s)^.*[.\"]", "");
        List<Object> looked = new ArrayList<>(List.of(Map.of(name, text)));
        if (Base64Text.decode(text) instanceof Maybe.Value<String> decoded) {
            looked.add(decoded.value());
        }
        return Secrets.areIn(looked).isYes();
    }
}
