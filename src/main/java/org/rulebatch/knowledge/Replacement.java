package org.rulebatch.knowledge;

/**
 * Something of the knowledge base that a person's own file says otherwise.
 *
 * @param resource {@code s3.bucket}
 * @param what the fact, the list or the gap that was replaced
 * @param file the file that won
 */
public record Replacement(String resource, String what, String file) {

    @Override
    public String toString() {
        return file + " replaces " + what + " of " + resource;
    }
}
