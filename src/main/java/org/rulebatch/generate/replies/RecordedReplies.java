package org.rulebatch.generate.replies;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rulebatch.files.BoundedFile;
import org.rulebatch.files.Sha256;
import org.rulebatch.generate.embedded.Hint;
import org.rulebatch.generate.embedded.Hints;

/** A file of answers in the form of the tool that came before: a map of service to a list of rules, each with its fields. */
public final class RecordedReplies implements Hints {

    private static final int MOST_BYTES = 256 << 20;

    private final Map<String, RecordedReply> replies;
    private final List<String> problems;
    private final String hash;

    private RecordedReplies(Map<String, RecordedReply> replies, List<String> problems, String hash) {
        this.replies = Map.copyOf(replies);
        this.problems = List.copyOf(problems);
        this.hash = hash;
    }

    /**
     * Reads a file. An entry that cannot be used is left out and reported, the others are used.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException with {@code file:line} if it is not in this form at all
     */
    public static RecordedReplies read(Path file) throws IOException {
        byte[] bytes = BoundedFile.bytes(file, MOST_BYTES);
        ReplyFileReader reader = new ReplyFileReader(file);
        reader.read(bytes);
        return new RecordedReplies(reader.replies(), reader.problems(), Sha256.hex(bytes));
    }

    @Override
    public Optional<Hint> of(String ruleId) {
        return Optional.ofNullable(replies.get(ruleId)).map(RecordedReply::hint);
    }

    /** Rules that an answer stands for. */
    public int size() {
        return replies.size();
    }

    /** The entries that cannot be used, {@code file:line: why}. */
    public List<String> problems() {
        return problems;
    }

    /** SHA-256 of the file, in hex. */
    public String hash() {
        return hash;
    }
}
