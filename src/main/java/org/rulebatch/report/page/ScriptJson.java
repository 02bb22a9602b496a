package org.rulebatch.report.page;

import org.rulebatch.files.Json;
import org.rulebatch.files.Resources;
import org.rulebatch.files.VisibleControls;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.databind.ObjectWriter;

/**
 * JSON that may stand inside a {@code <script>} element: no character of it can end the element, start a comment, end a
 * line of a script or turn the direction of its text, whatever the rules say.
 */
final class ScriptJson extends VisibleControls {

    private static final long serialVersionUID = 1L;
    private static final int[] ASCII = ascii();

    static final ObjectWriter WRITER = Json.COMPACT.writer().with(new ScriptJson());

    /** A file of the program as it may stand in the page. */
    static String copied(String resource) {
        return WRITER.writeValueAsString(Json.COMPACT.readTree(Resources.text(resource)));
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return ASCII.clone();
    }

    private static int[] ascii() {
        int[] escapes = CharacterEscapes.standardAsciiEscapesForJSON();
        for (char each : "<>&".toCharArray()) {
            escapes[each] = CharacterEscapes.ESCAPE_STANDARD;
        }
        return escapes;
    }
}
