package org.rulebatch.batch;

import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/**
 * The parameters of a job instance. What identifies it is the input, its place and a number that counts the runs over the same
 * input; the rest is for reading.
 */
final class Parameters {

    static final String HASH = "manifest.hash";
    static final String OUTPUT = "output.id";
    static final String NUMBER = "run.number";
    static final String RUN_ID = "run.id";

    private Parameters() {}

    static JobParameters of(String hash, String outputId, long number, String runId) {
        return new JobParametersBuilder()
                .addString(HASH, hash)
                .addString(OUTPUT, outputId)
                .addLong(NUMBER, number)
                .addString(RUN_ID, runId, false)
                .toJobParameters();
    }
}
