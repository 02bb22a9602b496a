package org.rulebatch.cli.print;

import java.nio.file.Path;
import org.rulebatch.cli.options.JobsOption;
import org.rulebatch.cli.options.OutputOptions;

/**
 * Commands that people can paste: the program as it was started, with every option that the command needs to find the run,
 * quoted for a POSIX shell. A password is never part of one.
 */
public record Hints(OutputOptions output, Path jobsDir) {

    private static final String PLAIN = "[A-Za-z0-9_@%+=:,./-]+";

    /** How the program was started: the jar by the path that was given. */
    public static String program() {
        return program(
                System.getProperty("java.class.path", ""),
                Hints.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    /** @param code where the program's classes are: a jar that others are in only started them */
    public static String program(String classPath, String code) {
        boolean isOwnJar = !classPath.isEmpty()
                && code.endsWith(".jar")
                && code.endsWith("/" + Path.of(classPath).toUri().getRawPath().replaceFirst(".*/", ""));
        return "java -jar " + (isOwnJar ? quoted(classPath) : "batch.jar");
    }

    /** A word as a shell takes it for one. */
    public static String quoted(String word) {
        return word.matches(PLAIN) ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** Resumes a run, {@code last} or an id. */
    public String restart(String run) {
        return repository("restart " + run);
    }

    public String status(long run) {
        return repository("status " + run);
    }

    public String stop() {
        return repository("stop");
    }

    public String testRules() {
        return repository("--job=testRules");
    }

    public String review() {
        return program() + " review" + folders();
    }

    private String repository(String words) {
        StringBuilder command =
                new StringBuilder(program()).append(' ').append(words).append(folders());
        output.repositoryUrl().ifPresent(url -> command.append(option("--repository.url", url)));
        output.repositoryUser().ifPresent(user -> command.append(option("--repository.user", user)));
        return command.toString();
    }

    private String folders() {
        return output.folderUnlessDefault()
                        .map(folder -> option("--output-dir", folder))
                        .orElse("")
                + (jobsDir.equals(Path.of(JobsOption.DEFAULT)) ? "" : option(JobsOption.NAME, jobsDir.toString()));
    }

    private static String option(String name, String value) {
        return " " + name + "=" + quoted(value);
    }
}
