package org.rulebatch.imports;

/** The formats that can be imported. */
public enum ForeignFormat {
    PROWLER(new ProwlerReader()),
    SECURITYHUB(new SecurityHubReader());

    private final ForeignReader reader;

    ForeignFormat(ForeignReader reader) {
        this.reader = reader;
    }

    ForeignReader reader() {
        return reader;
    }
}
