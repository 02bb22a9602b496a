package org.rulebatch.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Marks what takes long and is run by {@code -Dthorough=true}, as {@code .ci/run} does; plain {@code mvn verify} has a shorter one like it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(named = "thorough", matches = "true", disabledReason = "-Dthorough=true runs it")
public @interface Thorough {

    /** Which cases of a test are run: all of them, or the first. */
    final class Cases {

        private static final boolean ALL = Boolean.getBoolean("thorough");

        private Cases() {}

        @SafeVarargs
        public static <T> List<T> of(T... cases) {
            return List.of(cases).subList(0, ALL ? cases.length : 1);
        }

        /** How often something is repeated, where no property says it. */
        public static int times(String property, int few, int many) {
            return Integer.getInteger(property, ALL ? many : few);
        }
    }
}
