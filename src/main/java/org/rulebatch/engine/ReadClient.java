package org.rulebatch.engine;

/** Makes reads. Thread-safe. */
@FunctionalInterface
public interface ReadClient {

    /** Makes the read and waits for its whole answer; whatever goes wrong is in the reply, nothing is thrown. */
    ReadReply read(ReadCall call);
}
