package org.rulebatch.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Runs of the packaged jar that tests look at and leave as they are; each is made once. */
final class Runs {

    private static final Path HOME = Path.of("target/process-runs").toAbsolutePath();
    private static final Path REAL =
            Path.of("../shared/data/services").toAbsolutePath().normalize();
    private static final Map<String, Path> MADE = new ConcurrentHashMap<>();

    private Runs() {}

    /** Whether the real rules are there; they are no part of the project. */
    static boolean hasReal() {
        return Files.isDirectory(REAL);
    }

    /** The folder from which the starter rules were run; it holds {@code orchestrator_output}. */
    static Path starter() {
        return starter(5);
    }

    /** The same with that many batches at once. */
    static Path starter(int parallel) {
        Path jobs = Path.of("jobs").toAbsolutePath();
        return run("starter-" + parallel, "--jobs-dir=" + jobs, "--max-parallel-batches=" + parallel);
    }

    /** The folder from which the real rules were run, with that many batches at once. */
    static Path real(int parallel) {
        return run("real-" + parallel, "--rules-dir=" + REAL, "--max-parallel-batches=" + parallel);
    }

    /** The files of a run's output by their names, without what a restart needs. */
    static Map<String, Path> files(Path run) throws IOException {
        Path output = run.resolve("orchestrator_output");
        Map<String, Path> files = new LinkedHashMap<>();
        try (Stream<Path> all = Files.walk(output)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String name = output.relativize(file).toString();
                if (!name.startsWith(".rule-batch")) {
                    files.put(name, file);
                }
            }
        }
        return files;
    }

    private static Path run(String name, String... options) {
        return MADE.computeIfAbsent(name, n -> {
            Path folder = emptied(HOME.resolve(n));
            String[] arguments = Stream.concat(Stream.of("--job=generateRules"), Stream.of(options))
                    .toArray(String[]::new);
            Ended ended = Program.run(folder, arguments);
            ended.with(0);
            return folder;
        });
    }

    private static Path emptied(Path folder) {
        try {
            if (Files.exists(folder)) {
                List<Path> all;
                try (Stream<Path> files = Files.walk(folder)) {
                    all = files.sorted(Comparator.reverseOrder()).toList();
                }
                for (Path file : all) {
                    Files.delete(file);
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
