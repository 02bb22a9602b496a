package org.rulebatch.review;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import org.rulebatch.files.Sha256;
import org.rulebatch.yaml.YamlDocument;

/**
 * The file of a decision as it is at one moment.
 *
 * @param version names its content; {@link #ABSENT} where there is no file
 * @param text what it says; empty where there is no file, or it cannot be shown
 * @param problem why it cannot be shown; empty where it can
 * @param changed who owns it and when it was changed last, for people; empty where there is no file
 */
record DecisionFile(String version, String text, String problem, String changed) {

    static final String ABSENT = "absent";

    private static final String UNREADABLE = "unreadable";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** Reads a file that may be missing, a folder, or not text; none of these is an error. */
    static DecisionFile of(Path file) {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new DecisionFile(ABSENT, "", "", "");
        }
        if (!Files.isRegularFile(file)) {
            return unreadable(file, "is not a file but a folder, a pipe or a broken link; move it away");
        }
        try {
            return read(file);
        } catch (IOException e) {
            return unreadable(file, "cannot be read (" + e.getMessage() + ")");
        }
    }

    boolean exists() {
        return !version.equals(ABSENT);
    }

    /** Whether a decision may take its place: nobody loses a folder by a click. */
    boolean isReplaceable() {
        return !version.equals(UNREADABLE);
    }

    private static DecisionFile read(Path file) throws IOException {
        if (Files.size(file) > YamlDocument.MAX_BYTES) {
            return unreadable(file, "is larger than any decision; move it away");
        }
        byte[] bytes = Files.readAllBytes(file);
        String version = hash(bytes);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new DecisionFile(version, text, "", changed(file));
        } catch (CharacterCodingException e) {
            return new DecisionFile(
                    version, "", file + " is not UTF-8 text; a decision that is saved here replaces it", changed(file));
        }
    }

    private static DecisionFile unreadable(Path file, String why) {
        return new DecisionFile(UNREADABLE, "", file + " " + why, changed(file));
    }

    private static String changed(Path file) {
        try {
            return "by "
                    + Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).getName() + " at "
                    + TIME.format(Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                            .toInstant()
                            .atZone(ZoneId.systemDefault()));
        } catch (IOException e) {
            return "";
        }
    }

    private static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.of(bytes), 0, 16);
    }
}
