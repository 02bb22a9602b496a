package org.rulebatch.prove;

/** Makes versions near another one. */
final class Versions {

    private Versions() {}

    /** The next version: {@code 1.32} for {@code 1.31}. */
    static String above(String version) {
        return changed(version, 1);
    }

    /** A version before it: {@code 1.30} for {@code 1.31}, {@code 7.9} for {@code 8.0}. */
    static String below(String version) {
        return changed(version, -1);
    }

    private static String changed(String version, int by) {
        String[] parts = version.split("\\.");
        for (int i = parts.length - 1; i >= 0; i--) {
            boolean number = parts[i].matches("\\d{1,9}");
            if (number && Integer.parseInt(parts[i]) + by >= 0) {
                parts[i] = String.valueOf(Integer.parseInt(parts[i]) + by);
                return String.join(".", parts);
            }
            if (number) {
                parts[i] = "9";
            }
        }
        return by > 0 ? version + ".1" : "0.1";
    }
}
