package org.rulebatch.imports;

import tools.jackson.databind.JsonNode;

/** Reads one tool's format. */
interface ForeignReader {

    /** What the file is called that this reads, for messages. */
    String files();

    /** Whether a file that was found in a folder is one. */
    boolean takes(String fileName);

    /** Reads a file's content; what cannot be used is logged, and why. */
    void read(String place, JsonNode root, ImportLog log);
}
