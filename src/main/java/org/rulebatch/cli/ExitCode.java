package org.rulebatch.cli;

/** What the process ends with. Scripts rely on the numbers. */
final class ExitCode {

    static final int SUCCESS = 0;
    /** The run has ended, but not every success criterion is met. */
    static final int CRITERIA_NOT_MET = 1;
    /** Bad usage, or input that cannot be run; nothing was started. */
    static final int USAGE = 2;
    /** The run was stopped; a restart resumes it. */
    static final int STOPPED = 3;
    /** Another process works on the same output. */
    static final int ALREADY_RUNNING = 4;
    /** Something broke; a restart resumes the run. */
    static final int FAILED = 5;

    private ExitCode() {}
}
