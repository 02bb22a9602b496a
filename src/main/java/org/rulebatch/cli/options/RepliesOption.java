package org.rulebatch.cli.options;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulebatch.generate.replies.RecordedReplies;
import org.rulebatch.store.InputException;
import picocli.CommandLine.Option;

/** The file of {@code --generator=replies}. Its path and hash are part of what identifies a run. */
public final class RepliesOption {

    public static final String NAME = "--replies";

    public static final String FILE = "replies";
    private static final String HASH = "replies-sha256";

    @Option(
            names = NAME,
            paramLabel = "<file>",
            description =
                    "Answers recorded earlier, for --generator=replies: JSON, a map of service to a list of rules,"
                            + " each with rule_id and ai_generated_requirements.")
    private @Nullable Path file;

    /**
     * Reads the file.
     *
     * @param problems gets a line for what the file holds and for each entry that cannot be used
     */
    public RecordedReplies read(PrintWriter problems) {
        if (file == null) {
            throw new InputException("--generator=replies needs " + NAME + "=<file>.");
        }
        RecordedReplies replies = read(file);
        problems.printf("  %-11s %d answers of %s%n", FILE, replies.size(), file);
        replies.problems().forEach(problem -> problems.println("    " + problem));
        return replies;
    }

    /** What identifies a run of a generator; empty for others than {@code replies}. */
    public Map<String, String> identity(GeneratorKind kind, PrintWriter problems) {
        if (kind == GeneratorKind.REPLIES) {
            String hash = read(problems).hash();
            return Map.of(FILE, absolute(), HASH, hash);
        }
        if (file != null) {
            throw new InputException(NAME + " goes with --generator=replies, not with " + kind.word() + ".");
        }
        return Map.of();
    }

    public String absolute() {
        return file == null ? "" : file.toAbsolutePath().normalize().toString();
    }

    /**
     * The replies that a run was started with.
     *
     * @throws InputException if the file is another one now, or is gone
     */
    static RecordedReplies of(Map<String, String> options) {
        Path file = Path.of(options.getOrDefault(FILE, ""));
        RecordedReplies replies = read(file);
        if (!replies.hash().equals(options.get(HASH))) {
            throw new InputException(file + " is not the file that the run was started with: half of its rules would be"
                    + " decided by other answers. Put the old one back, or start a new run with --fresh.");
        }
        return replies;
    }

    /** @throws InputException if the file is not there or not in the form of such files */
    public static RecordedReplies read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InputException(
                    file + ": there is no such file. Name a file of recorded answers by " + NAME + ".");
        }
        try {
            return RecordedReplies.read(file);
        } catch (IllegalArgumentException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new InputException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
