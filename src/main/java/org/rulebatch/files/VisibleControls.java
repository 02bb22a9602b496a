package org.rulebatch.files;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/**
 * Escapes, in JSON, what {@link Printable} would not print: a reader gets the same text, and who looks at the file sees
 * what there is.
 */
public class VisibleControls extends CharacterEscapes {

    private static final long serialVersionUID = 1L;
    private static final int[] ASCII = CharacterEscapes.standardAsciiEscapesForJSON();

    @Override
    public int[] getEscapeCodesForAscii() {
        return ASCII.clone();
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
        boolean escaped = !Printable.isPrintable(character) && !Character.isSurrogate((char) character);
        return escaped ? new SerializedString(String.format("\\u%04x", character)) : null;
    }
}
