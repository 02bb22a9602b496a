package org.rulebatch.reading;

/** How a measured value compares to the stated number. */
public enum Comparison {
    AT_MOST("<="),
    BELOW("<"),
    AT_LEAST(">="),
    ABOVE(">"),
    EQUAL("="),
    /** Both numbers belong to the range. */
    BETWEEN("between"),
    /** The text names a number and does not say how to compare: "retention of 90 days". */
    UNSTATED("?");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    /** {@code <=}, {@code <}, {@code >=}, {@code >}, {@code =}, {@code between} or {@code ?}. */
    public String sign() {
        return sign;
    }

    /** Whether both bound from above, or both from below. */
    public boolean isLike(Comparison other) {
        return isUpper() && other.isUpper() || isLower() && other.isLower();
    }

    private boolean isUpper() {
        return this == AT_MOST || this == BELOW;
    }

    private boolean isLower() {
        return this == AT_LEAST || this == ABOVE;
    }

    static Comparison of(String sign) {
        for (Comparison each : values()) {
            if (each.sign.equals(sign)) {
                return each;
            }
        }
        throw new IllegalArgumentException("'" + sign + "' is not a comparison");
    }

    /** What "not" makes of it. */
    public Comparison opposite() {
        return switch (this) {
            case AT_MOST -> ABOVE;
            case BELOW -> AT_LEAST;
            case AT_LEAST -> BELOW;
            case ABOVE -> AT_MOST;
            case EQUAL, BETWEEN, UNSTATED -> this;
        };
    }
}
