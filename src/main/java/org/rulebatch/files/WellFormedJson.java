package org.rulebatch.files;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.util.JsonGeneratorDecorator;
import tools.jackson.core.util.JsonGeneratorDelegate;

/**
 * Writes U+FFFD in the place of half a surrogate pair, which Jackson would write as it is and no JSON reader takes. Such
 * text comes from a model or from AWS; a file of a person that has it is refused.
 */
final class WellFormedJson implements JsonGeneratorDecorator {

    @Override
    public JsonGenerator decorate(TokenStreamFactory factory, JsonGenerator generator) {
        return new Generator(generator);
    }

    static String wellFormed(String text) {
        if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(isSurrogate(c) ? 0xFFFD : c));
        return out.toString();
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static final class Generator extends JsonGeneratorDelegate {

        /** Values are written through this generator, not handed over whole to the one below. */
        Generator(JsonGenerator below) {
            super(below, false);
        }

        @Override
        public JsonGenerator writeString(String text) {
            super.writeString(wellFormed(text));
            return this;
        }

        @Override
        public JsonGenerator writeName(String name) {
            super.writeName(wellFormed(name));
            return this;
        }
    }
}
