package org.rulebatch.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rulebatch.files.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Ensures that two processes write the same bytes, but for ids and times, however many batches run at once. */
final class SameBytesIT {

    private static final List<String> TIMES = List.of(
            "run_id",
            "start_time",
            "last_updated",
            "end_time",
            "timestamp",
            "duration_seconds",
            "output_dir",
            "current_batch");

    /** Moments, seconds, and the bars that show them. */
    private static final Pattern TIMES_ON_PAGE = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(Z|[+-]\\d\\d:\\d\\d)|\\d+\\.\\d+ s|<td class=\"duration\">.*?</td>");

    @Test
    void ofTheStarterRules() throws IOException {
        assertThat(different(Runs.starter(1), Runs.starter(5))).isEmpty();
    }

    @Test
    @Thorough
    void ofTheRealRules() throws IOException {
        assumeTrue(Runs.hasReal(), "../shared is not there");
        assertThat(different(Runs.real(2), Runs.real(5))).isEmpty();
    }

    /** The names of the files that only one run has, or that are not the same in both. */
    private static Set<String> different(Path run, Path other) throws IOException {
        Map<String, String> one = bytes(run);
        Map<String, String> two = bytes(other);
        assertThat(one).isNotEmpty();
        Set<String> names = new TreeSet<>(one.keySet());
        names.addAll(two.keySet());
        names.removeIf(name -> Objects.equals(one.get(name), two.get(name)));
        return names;
    }

    private static Map<String, String> bytes(Path run) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        String id = Json.COMPACT
                .readTree(Files.readAllBytes(run.resolve("orchestrator_output/run_metadata.json")))
                .path("run_id")
                .asString();
        for (Map.Entry<String, Path> file : Runs.files(run).entrySet()) {
            texts.put(file.getKey(), text(file.getValue(), id));
        }
        return texts;
    }

    /** What tells of times is taken out of the two files that do; the page has the run's id and the batches' times. */
    private static String text(Path file, String runId) throws IOException {
        String name = file.getFileName().toString();
        byte[] bytes = Files.readAllBytes(file);
        if (name.equals("run_metadata.json") || name.equals("orchestrator_final_report.json")) {
            JsonNode json = Json.COMPACT.readTree(bytes);
            withoutTimes(json);
            return Json.text(json);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return name.endsWith(".html")
                ? TIMES_ON_PAGE.matcher(text).replaceAll("").replace(runId, "")
                : text;
    }

    private static void withoutTimes(JsonNode json) {
        if (json instanceof ObjectNode object) {
            object.remove(TIMES);
        }
        json.forEach(SameBytesIT::withoutTimes);
    }
}
