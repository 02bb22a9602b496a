package org.rulebatch.cli.log;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.rulebatch.files.PrintableWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.StandardEnvironment;

/** Everything the program says as lines of JSON on standard output, in one of the forms that Spring Boot knows. */
public final class StructuredLog {

    public static final String OPTION = "--logging.structured.format.console";
    public static final String VARIABLE = "LOGGING_STRUCTURED_FORMAT_CONSOLE";

    private static final String FORMAT = OPTION.substring(2);
    private static final String CONFIGURATION = "classpath:logback-json.xml";

    /** The forms. */
    public enum Format {
        ECS,
        LOGSTASH,
        GELF
    }

    private StructuredLog() {}

    /** Whether there is such a form; the option's own check says what is wrong with another. */
    public static boolean knows(String format) {
        return Arrays.stream(Format.values()).anyMatch(each -> each.name().equalsIgnoreCase(format));
    }

    public static String ofEnvironment() {
        return Objects.requireNonNullElse(System.getenv(VARIABLE), "");
    }

    /** Sets the log up before anything is said; Spring, which comes later, finds it so. */
    public static void start(String format) {
        System.setProperty(FORMAT, format.toLowerCase(Locale.ROOT));
        System.setProperty("logging.config", CONFIGURATION);
        StandardEnvironment environment = new StandardEnvironment();
        LoggingSystem system = LoggingSystem.get(StructuredLog.class.getClassLoader());
        system.getSystemProperties(environment).apply(null);
        system.beforeInitialize();
        system.initialize(new LoggingInitializationContext(environment), CONFIGURATION, null);
    }

    /** What would stand on standard output. */
    public static PrintWriter said() {
        return lines(logger()::info);
    }

    /** What would stand on standard error. */
    public static PrintWriter complained() {
        return lines(logger()::error);
    }

    private static Logger logger() {
        return LoggerFactory.getLogger("org.rulebatch");
    }

    private static PrintWriter lines(Consumer<String> log) {
        return new PrintableWriter(new Lines(log));
    }

    /** Takes text apart into lines; a line without anything in it says nothing. */
    private static final class Lines extends Writer {

        private final Consumer<String> log;
        private final StringBuilder begun = new StringBuilder();

        Lines(Consumer<String> log) {
            this.log = log;
        }

        @Override
        public void write(char[] text, int from, int length) {
            synchronized (lock) {
                begun.append(text, from, length);
                for (int end = begun.indexOf("\n"); end >= 0; end = begun.indexOf("\n")) {
                    say(begun.substring(0, end));
                    begun.delete(0, end + 1);
                }
            }
        }

        private void say(String line) {
            if (!line.isBlank()) {
                log.accept(line.strip());
            }
        }

        @Override
        public void flush() {
            // A line that has begun is not one yet.
        }

        @Override
        public void close() {
            synchronized (lock) {
                say(begun.toString());
                begun.setLength(0);
            }
        }
    }
}
