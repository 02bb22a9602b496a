package org.rulebatch.batch;

/** Where a run says how it goes on; called from several threads. */
@FunctionalInterface
public interface Progress {
    void line(String text);
}
