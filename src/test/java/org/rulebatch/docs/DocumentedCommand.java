package org.rulebatch.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A command line that README or docs show.
 *
 * @param place the file
 * @param line without a prompt and without a comment behind it
 */
public record DocumentedCommand(String place, String line) {

    private static final Pattern PROGRAM = Pattern.compile("java -jar (?:target/)?batch\\.jar (.*)");
    private static final Pattern COMMAND = Pattern.compile("^(?:\\$ )?((?:java -jar |scripts/|mvn |jq ).*)");
    private static final Pattern SPAN = Pattern.compile("`(java -jar (?:target/)?batch\\.jar [^`]*)`");

    /** All of them, file by file; an option's list is written from the program and shows none. */
    public static List<DocumentedCommand> all() throws IOException {
        List<Path> files = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")));
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(files::add);
        }
        List<DocumentedCommand> commands = new ArrayList<>();
        for (Path file : files) {
            commands.addAll(of(file));
        }
        return commands;
    }

    private static List<DocumentedCommand> of(Path file) throws IOException {
        List<DocumentedCommand> commands = new ArrayList<>();
        boolean block = false;
        for (String line : Files.readString(file).replaceAll("\\\\\n\\s*", "").split("\n")) {
            if (line.startsWith("```")) {
                block = !block;
            }
            Matcher matcher = (block ? COMMAND : SPAN).matcher(line);
            while (matcher.find()) {
                commands.add(command(file, matcher));
            }
        }
        return commands;
    }

    private static DocumentedCommand command(Path file, Matcher matcher) {
        return new DocumentedCommand(
                file.toString(), matcher.group(1).replaceFirst("\\s+#.*", "").strip());
    }

    /** Whether it starts this program. */
    public boolean isProgram() {
        return PROGRAM.matcher(line).matches();
    }

    /** What the program is given. */
    public List<String> arguments() {
        Matcher matcher = PROGRAM.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalStateException(line + " does not start the program");
        }
        return List.of(matcher.group(1).split("\\s+"));
    }

    /** Whether it shows a form, {@code <file>}, and not a command. */
    public boolean isForm() {
        return line.contains("<");
    }
}
