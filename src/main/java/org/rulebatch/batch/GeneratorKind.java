package org.rulebatch.batch;

import java.util.Locale;

/** What proposes decisions. */
public enum GeneratorKind {
    /** The program itself, from the catalog and its knowledge; needs no key and no network. */
    EMBEDDED;

    /** The name on the command line and in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return word();
    }
}
