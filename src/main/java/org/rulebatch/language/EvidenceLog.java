package org.rulebatch.language;

import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what is read, and forgets for a failure what the parts read that did hold. */
final class EvidenceLog {

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
                    reads.add(new Evidence.Read(path, value.orElse(null)));
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
        Object shown = shown(value);
        all.add(path, shown);
        decisive.add(path, shown);
    }

    /** What was read until now did hold, so a failure is not due to it. */
    void held() {
        decisive = new Reads();
    }

    Evidence of(Evaluation evaluation) {
        return evaluation instanceof Evaluation.False ? decisive.evidence() : all.evidence();
    }

    private static @Nullable Object shown(@Nullable Object value) {
        if (value instanceof String text) {
            return Shown.cut(text);
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
}
