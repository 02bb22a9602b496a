package org.rulebatch.report.page;

import org.jspecify.annotations.Nullable;
import org.rulebatch.files.Json;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.ObjectWriter;

/**
 * JSON that may stand inside a {@code <script>} element: no character of it can end the element, start a comment or end a
 * line of a script, whatever the rules say.
 */
final class ScriptJson extends CharacterEscapes {

    private static final long serialVersionUID = 1L;
    private static final int[] ASCII = ascii();
    private static final SerializableString LINE = new SerializedString("\\u2028");
    private static final SerializableString PARAGRAPH = new SerializedString("\\u2029");

    static final ObjectWriter WRITER = Json.COMPACT.writer().with(new ScriptJson());

    @Override
    public int[] getEscapeCodesForAscii() {
        return ASCII;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
        return switch (character) {
            case '\u2028' -> LINE;
            case '\u2029' -> PARAGRAPH;
            default -> null;
        };
    }

    private static int[] ascii() {
        int[] escapes = CharacterEscapes.standardAsciiEscapesForJSON();
        for (char each : "<>&".toCharArray()) {
            escapes[each] = CharacterEscapes.ESCAPE_STANDARD;
        }
        return escapes;
    }
}
