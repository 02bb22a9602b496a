package org.rulebatch.knowledge;

/** A kind of value that a rule may state and that then replaces a fact's own. */
public enum Slot {
    DAYS,
    /** Days until a time that lies ahead: a rule's 30 days are -30 for {@code within_days}, which counts into the past. */
    DAYS_AHEAD,
    HOURS,
    MINUTES,
    SECONDS,
    COUNT,
    BYTES,
    PERCENT,
    PORT,
    TLS_VERSION,
    VERSION,
    LENGTH,
    NAMES;

    /** The kind as which a rule states it. */
    Slot stated() {
        return this == DAYS_AHEAD ? DAYS : this;
    }

    /** The operator's value for the one that a rule states. */
    Object value(Object stated) {
        return this == DAYS_AHEAD && stated instanceof Integer days ? (Object) (-days) : stated;
    }
}
