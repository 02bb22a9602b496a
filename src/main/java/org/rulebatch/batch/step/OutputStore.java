package org.rulebatch.batch.step;

/** How rules reach workers on other machines, and their results the manager. */
public enum OutputStore {
    /** Through a folder that all of them see: the run's own. */
    FS,
    /** Through the job repository. */
    DB
}
