package org.rulebatch.cli.print;

/** What the process ends with. Scripts rely on the numbers. */
public final class ExitCode {

    public static final int SUCCESS = 0;
    /** The run has ended, but not every success criterion is met. */
    public static final int CRITERIA_NOT_MET = 1;
    /** Bad usage, or input that cannot be run; nothing was started. */
    public static final int USAGE = 2;
    /** The run was stopped; a restart resumes it. */
    public static final int STOPPED = 3;
    /** Another process works on the same output. */
    public static final int ALREADY_RUNNING = 4;
    /** Something broke; a restart resumes the run. */
    public static final int FAILED = 5;

    private ExitCode() {}
}
