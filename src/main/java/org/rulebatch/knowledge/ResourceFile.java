package org.rulebatch.knowledge;

import java.util.List;

/**
 * A resource's file, read.
 *
 * @param resource with those of its facts that could be read
 * @param pointers of its facts, in their order
 * @param flaws of the others
 */
record ResourceFile(Resource resource, List<String> pointers, List<Flaw> flaws) {

    /** @param pointer of the fact that cannot be read */
    record Flaw(String pointer, String message) {}

    ResourceFile {
        pointers = List.copyOf(pointers);
        flaws = List.copyOf(flaws);
    }
}
