package org.rulebatch.generate.llm.http;

/** A text that is never printed. */
public final class Secret {

    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    public String reveal() {
        return value;
    }

    /** The text with the secret blacked out, should somebody else have put it there. */
    public String removedFrom(String text) {
        return value.length() < 4 ? text : text.replace(value, "***");
    }

    @Override
    public String toString() {
        return "***";
    }
}
