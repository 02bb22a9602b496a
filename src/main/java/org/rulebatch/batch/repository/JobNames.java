package org.rulebatch.batch.repository;

/** What the job and its steps are called in the repository: a restart finds them by these names. */
public final class JobNames {

    public static final String JOB = "generateRules";

    /** The step of one batch; its executions are named {@code generateBatch:batch-001}. */
    public static final String WORKER = "generateBatch";

    private JobNames() {}
}
