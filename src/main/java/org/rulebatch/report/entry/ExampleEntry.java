package org.rulebatch.report.entry;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulebatch.engine.Verdict.Status;
import org.rulebatch.prove.Example;
import org.rulebatch.prove.ExamplesWriter;

/**
 * Answers of AWS on which the check was tried.
 *
 * @param verdict what the engine says of them: {@code PASS}, {@code FAIL} or {@code NOT_APPLICABLE}
 * @param answers the answer to each read, by {@code client.method}
 * @param because what of the answers decides it, for people; null where nothing needs to be said
 */
public record ExampleEntry(String verdict, Map<String, Object> answers, @Nullable String because) {

    /** The first that complies and the first that violates; null where there is none. */
    static @Nullable List<ExampleEntry> of(List<Example> examples) {
        List<ExampleEntry> entries = Stream.of(Status.PASS, Status.FAIL)
                .flatMap(verdict -> examples.stream()
                        .filter(example -> example.verdict() == verdict)
                        .limit(1))
                .map(example -> new ExampleEntry(example.verdict().name(), ExamplesWriter.answers(example), null))
                .toList();
        return entries.isEmpty() ? null : entries;
    }
}
