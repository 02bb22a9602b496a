package org.rulebatch.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Processes as a user starts them: the packaged jar, or a line in a shell. */
final class Program {

    private static final Path JAR = Path.of("target/batch.jar").toAbsolutePath();
    private static final long LIMIT_MINUTES = 10;

    private Program() {}

    /** Runs {@code java -jar batch.jar} to its end, from a working folder. */
    static Ended run(Path folder, String... arguments) {
        return ended(folder, command(arguments));
    }

    /** The same with options of the JVM. */
    static Ended run(Path folder, List<String> java, String... arguments) {
        List<String> command = command(arguments);
        command.addAll(1, java);
        return ended(folder, command);
    }

    /** Starts the jar; what it says goes to {@code out} and {@code err} in the folder {@code logs}. */
    static Process start(Path folder, Path logs, String... arguments) {
        return started(folder, logs, command(arguments));
    }

    /** Runs lines in bash, and ends at the first one that fails. */
    static Ended bash(Path folder, String script) {
        return ended(folder, List.of("bash", "-euo", "pipefail", "-c", script));
    }

    static boolean isInstalled(String tool) {
        return bash(Path.of("."), "command -v " + tool).code() == 0;
    }

    static Path jar() {
        return JAR;
    }

    /** How the jar is started, with a JVM that is quick to start. */
    static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx384m", "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    static Ended await(Process process, Path logs) {
        try {
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("The process has not ended in " + LIMIT_MINUTES + " minutes: " + read(logs));
            }
            return read(logs, process.exitValue());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Ended ended(Path folder, List<String> command) {
        try {
            Path logs = Files.createTempDirectory("process");
            Ended ended = await(started(folder, logs, command), logs);
            Files.delete(logs.resolve("out"));
            Files.delete(logs.resolve("err"));
            Files.delete(logs);
            return ended;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Process started(Path folder, Path logs, List<String> command) {
        try {
            Files.createDirectories(logs);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(logs.resolve("out").toFile())
                    .redirectError(logs.resolve("err").toFile());
            // A JVM that is told of options in the environment says so on stderr.
            builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Ended read(Path logs, int code) {
        try {
            return new Ended(code, Files.readString(logs.resolve("out")), Files.readString(logs.resolve("err")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String read(Path logs) {
        return read(logs, -1).toString();
    }
}
