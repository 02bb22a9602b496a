package org.rulebatch.language;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The functions that need nothing but the time of the run. */
final class TimeFunctions {

    private static final double MILLIS_A_DAY = Duration.ofDays(1).toMillis();

    private TimeFunctions() {}

    static List<LanguageFunction> all() {
        return List.of(LanguageFunction.function("age", Type.decimal(), TimeFunctions::age, Type.time())
                .with(Scope.NOW, Type.time()));
    }

    /** Days since the time, with a fraction; negative for one that lies ahead. */
    private static Object age(List<Object> arguments) {
        Duration age = Duration.between((Instant) arguments.get(0), (Instant) arguments.get(1));
        return age.toMillis() / MILLIS_A_DAY;
    }
}
