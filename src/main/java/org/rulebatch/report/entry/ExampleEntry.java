package org.rulebatch.report.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers of AWS on which the check was tried.
 *
 * @param verdict what the engine says of them: {@code PASS}, {@code FAIL} or {@code NOT_APPLICABLE}
 * @param answers the answer to each read, by {@code client.method}
 * @param because what of the answers decides it, for people; null where nothing needs to be said
 */
public record ExampleEntry(String verdict, Map<String, Object> answers, @Nullable String because) {}
