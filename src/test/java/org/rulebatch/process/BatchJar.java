package org.rulebatch.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Starts {@code target/batch.jar} in a folder of its own, over the starter rules unless told otherwise. */
final class BatchJar {

    /** Longer than anything takes on a busy machine: a test that waits for this has failed. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Path PROJECT = Path.of("").toAbsolutePath();

    /** Quick to start, and every service that is generated is named on standard error. */
    private static final List<String> JAVA = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dlogging.level.org.rulebatch.batch.step.ServiceWork=debug",
            "-jar",
            PROJECT.resolve("target/batch.jar").toString());

    private final Path folder;
    private final List<String> common;
    private final Map<String, String> environment = new TreeMap<>();
    private int started;

    /**
     * @param folder where processes run; {@code out} in it is the output folder
     * @param common options of every command
     */
    BatchJar(Path folder, String... common) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.common = List.of(common);
    }

    BatchJar environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Path folder() {
        return folder;
    }

    Path out() {
        return folder.resolve("out");
    }

    static Path jobs() {
        return PROJECT.resolve("jobs");
    }

    /** A command about the runs of the output folder. */
    Running start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(JAVA);
        command.addAll(List.of(arguments));
        command.add("--output-dir=out");
        command.add("--jobs-dir=" + jobs());
        command.addAll(common);
        int number = ++started;
        File out = folder.resolve("stdout-" + number).toFile();
        File err = folder.resolve("stderr-" + number).toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out)
                .redirectError(err);
        builder.environment().putAll(environment);
        return new Running(builder.start(), out.toPath(), err.toPath());
    }

    Ended run(String... arguments) throws IOException, InterruptedException {
        return start(arguments).end();
    }
}
