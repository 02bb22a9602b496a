package org.rulebatch.language.function;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Decodes texts that an answer holds in Base64, such as the user data of instances and launch templates. */
public final class Base64Text {

    /** The longest text that is decoded, and the longest that comes out. */
    public static final int MAX_LENGTH = 1 << 20;

    private Base64Text() {}

    /**
     * The decoded text. A text that is not Base64 is given as it stands, as user data may be plain. What was compressed with gzip,
     * as cloud-init takes it, is expanded. Unknown where it is too long or what comes out is not text; absent is empty.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc4648#section-4">RFC 4648, Base 64 Encoding</a>
     * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html">Amazon EC2 User Guide, User data</a>
     */
    public static Maybe<String> decode(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Maybe.of("");
        }
        if (text.length() > MAX_LENGTH) {
            return tooLong();
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(withoutSpace(text));
        } catch (IllegalArgumentException e) {
            return Maybe.of(text);
        }
        return bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b ? expand(bytes) : text(bytes);
    }

    private static String withoutSpace(String text) {
        StringBuilder dense = new StringBuilder(text.length());
        text.chars().filter(c -> !Character.isWhitespace(c)).forEach(c -> dense.append((char) c));
        return dense.toString();
    }

    private static Maybe<String> expand(byte[] bytes) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] expanded = in.readNBytes(MAX_LENGTH + 1);
            return expanded.length > MAX_LENGTH ? tooLong() : text(expanded);
        } catch (IOException e) {
            return Maybe.unknown("the decoded bytes are not what gzip writes");
        }
    }

    private static Maybe<String> text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf('\0') < 0 ? Maybe.of(text) : notText();
        } catch (CharacterCodingException e) {
            return notText();
        }
    }

    private static Maybe<String> notText() {
        return Maybe.unknown("the decoded bytes are not text");
    }

    private static Maybe<String> tooLong() {
        return Maybe.unknown("the text is longer than " + MAX_LENGTH + " characters");
    }
}
