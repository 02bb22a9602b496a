package org.rulebatch.imports.format;

/** One kind of file that rules can be made of. */
interface Format {

    /** What its files are called, for messages: {@code <check>.metadata.json of Prowler}. */
    String files();

    /** Whether a file of this name may be one. */
    boolean takes(String fileName);

    /**
     * Whether the file is one, by what it holds.
     *
     * @throws UnreadableException if it holds nothing that can be read
     */
    boolean fits(Source source);

    /** Reads a file that fits; what cannot be used is logged, and why. */
    void read(Source source, ImportLog log);
}
