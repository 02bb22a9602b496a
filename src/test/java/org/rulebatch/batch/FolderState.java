package org.rulebatch.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files that people see in an output folder, without run ids, times and durations. */
public final class FolderState {

    private FolderState() {}

    /** Path below the folder to content. */
    public static SortedMap<String, String> of(Path folder) throws IOException {
        SortedMap<String, String> state = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            String name = folder.relativize(file).toString();
            if (!name.startsWith(".rule-batch")) {
                state.put(name, comparable(Files.readString(file)));
            }
        }
        return state;
    }

    private static String comparable(String text) {
        return text.replaceAll("\\d{8}_\\d{6}", "RUN")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(Z|[+-]\\d\\d:\\d\\d)", "TIME")
                .replaceAll("\"duration_seconds\": [0-9.E-]+", "DURATION")
                .replaceAll("(?s)<td class=\"duration\">.*?</td>", "DURATION")
                .replaceAll("the longest took [0-9.]+ s", "DURATION")
                .replaceAll("\"job_(instance|execution)_id\": \\d+", "ID")
                .replaceAll("\"(current_batch|output_dir)\": [^\n]+", "CURRENT");
    }
}
