package org.rulebatch.language;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.rulebatch.language.function.Timestamps;
import org.rulebatch.language.value.Type;

/** The functions that need nothing but the time of the run. */
final class TimeFunctions {

    private static final double MILLIS_A_DAY = Duration.ofDays(1).toMillis();

    private TimeFunctions() {}

    static List<LanguageFunction> all() {
        return List.of(
                age(Type.time(), Instant.class::cast),
                age(Type.text(), time -> Timestamps.parse(time.toString())),
                age(Type.integer(), millis -> Instant.ofEpochMilli((Long) millis)));
    }

    /** Days since the time, with a fraction; negative for one that lies ahead. */
    private static LanguageFunction age(Type type, Function<Object, Instant> time) {
        LanguageFunction.Body body = in -> {
            Duration age = Duration.between(time.apply(in.get(0)), (Instant) in.get(1));
            return age.toMillis() / MILLIS_A_DAY;
        };
        return LanguageFunction.function("age", Type.decimal(), body, type).with(Scope.NOW, Type.time());
    }
}
