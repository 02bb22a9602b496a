package org.rulebatch.files;

import java.nio.file.Path;

/** How people start this program, in commands that they can paste into a POSIX shell. */
public final class Program {

    private static final String PLAIN = "[A-Za-z0-9_@%+=:,./-]+";

    private Program() {}

    /** How the program was started: the jar by the path that was given. */
    public static String command() {
        return command(
                System.getProperty("java.class.path", ""),
                Program.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath());
    }

    /** @param code where the program's classes are: a jar that others are in only started them */
    static String command(String classPath, String code) {
        boolean isOwnJar = !classPath.isEmpty()
                && code.endsWith(".jar")
                && code.endsWith("/" + Path.of(classPath).toUri().getRawPath().replaceFirst(".*/", ""));
        return "java -jar " + (isOwnJar ? quoted(classPath) : "batch.jar");
    }

    /** A word as a shell takes it for one. */
    public static String quoted(String word) {
        return word.matches(PLAIN) ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** An option with its value: {@code --output-dir='my rules'}. */
    public static String option(String name, Object value) {
        return " " + name + "=" + quoted(value.toString());
    }
}
