package org.rulebatch.imports.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.rulebatch.files.BoundedFile;

/**
 * Decodes texts that spreadsheets and Windows tools save: UTF-16 with a byte order mark or without one, UTF-8, and what is none
 * of these as Windows-1252, in which Excel saves CSV.
 */
final class Encodings {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int LOOKED_AT = 200;

    private Encodings() {}

    static String decoded(byte[] bytes) {
        Charset wide = wide(bytes);
        if (wide != null) {
            return BoundedFile.withoutMark(new String(bytes, wide));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return BoundedFile.withoutMark(text);
        } catch (CharacterCodingException e) {
            return new String(bytes, WINDOWS);
        }
    }

    /** UTF-16 of either order, by its mark or by the zeros between letters; else null. */
    private static @Nullable Charset wide(byte[] bytes) {
        if (bytes.length < 4) {
            return null;
        }
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        if (first == 0xFE && second == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        if (first == 0xFF && second == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        int[] zeros = new int[2];
        int looked = Math.min(bytes.length, LOOKED_AT);
        for (int i = 0; i < looked; i++) {
            if (bytes[i] == 0) {
                zeros[i % 2]++;
            }
        }
        if (zeros[0] > looked / 4 && zeros[1] == 0) {
            return StandardCharsets.UTF_16BE;
        }
        return zeros[1] > looked / 4 && zeros[0] == 0 ? StandardCharsets.UTF_16LE : null;
    }
}
