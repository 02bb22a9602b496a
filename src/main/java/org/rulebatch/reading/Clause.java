package org.rulebatch.reading;

import java.util.List;

/**
 * A sentence, or a part of one that has its own subject and verb.
 *
 * @param place the whole of it
 * @param wanted whether it asks for what its properties name; false where they are ruled out. A finding is turned round
 * @param parts in the order of the text
 */
public record Clause(Place place, Form form, boolean wanted, List<Part> parts, List<ContentWord> words) {

    public Clause {
        parts = List.copyOf(parts);
        words = List.copyOf(words);
    }

    /** The parts of one kind. */
    public <P extends Part> List<P> parts(Class<P> kind) {
        return parts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Whether it asks that there is one, rather than that each one is so. */
    public boolean asksExistence() {
        return !parts(Part.Existence.class).isEmpty();
    }
}
