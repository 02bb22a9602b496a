package org.rulebatch.generate.llm;

/** A text that is never printed. */
public final class Secret {

    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    String reveal() {
        return value;
    }

    /** The text with the secret blacked out, should somebody else have put it there. */
    String removedFrom(String text) {
        return value.length() < 4 ? text : text.replace(value, "***");
    }

    @Override
    public String toString() {
        return "***";
    }
}
