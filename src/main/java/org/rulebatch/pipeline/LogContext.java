package org.rulebatch.pipeline;

import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.MDC;

/**
 * What a log line is about, where lines are written as JSON. The names stand apart from those of the forms, of which ECS has a
 * {@code service} of its own: what comes twice is no line at all.
 */
public final class LogContext {

    public static final String RUN = "rulebatch.run";
    public static final String BATCH = "rulebatch.batch";
    public static final String SERVICE = "rulebatch.service";
    public static final String RULE = "rulebatch.rule";

    private LogContext() {}

    /** The same work, about the same as the caller is, on whatever thread it is done. */
    public static <T> Callable<T> carried(Callable<T> work) {
        Map<String, String> about = MDC.getCopyOfContextMap();
        if (about == null || about.isEmpty()) {
            return work;
        }
        return () -> {
            MDC.setContextMap(about);
            try {
                return work.call();
            } finally {
                MDC.clear();
            }
        };
    }
}
