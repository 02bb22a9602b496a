package org.rulebatch.language;

import java.util.List;

/**
 * What one comparison or call of an expression is about, so that values can be chosen that make a difference to it.
 *
 * @param places the places that it reads, as {@link Expression#reads()} names them; in a document that {@code json()} reads out
 *     of a text, {@code item.Content#json.inputs.kmsKeyId}
 * @param literals the constants in it: text, {@code Long}, {@code Double}, {@code Boolean}
 * @param functions the functions and operators in it, as a tree names them: {@code _>_}, {@code allowsAnyone}
 */
public record Clue(List<String> places, List<Object> literals, List<String> functions) {

    public Clue {
        places = List.copyOf(places);
        literals = List.copyOf(literals);
        functions = List.copyOf(functions);
    }
}
