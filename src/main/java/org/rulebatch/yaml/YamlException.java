package org.rulebatch.yaml;

/** A file that is not YAML as it is accepted here; the message starts with {@code file:line}. */
public final class YamlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final String reason;

    YamlException(String source, int line, String reason) {
        super(source + ":" + line + ": " + reason);
        this.line = line;
        this.reason = reason;
    }

    /** 1-based. */
    public int line() {
        return line;
    }

    /** The message without its place. */
    public String reason() {
        return reason;
    }
}
