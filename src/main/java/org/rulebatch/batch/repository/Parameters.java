package org.rulebatch.batch.repository;

import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/**
 * The parameters of a job instance. What identifies it is the input, its place, the parts of a run that are generated again,
 * and a number that counts the instances over the same input; the rest is for reading.
 */
public final class Parameters {

    public static final String HASH = "manifest.hash";
    static final String OUTPUT = "output.id";
    public static final String NUMBER = "run.number";
    static final String BATCHES = "part.batches";
    static final String SERVICES = "part.services";
    static final String RUN_ID = "run.id";

    private Parameters() {}

    public static JobParameters of(String hash, String outputId, long number, Part part, String runId) {
        JobParametersBuilder parameters = new JobParametersBuilder()
                .addString(HASH, hash)
                .addString(OUTPUT, outputId)
                .addLong(NUMBER, number)
                .addString(RUN_ID, runId, false);
        if (!part.isEmpty()) {
            parameters.addString(BATCHES, part.batchesText()).addString(SERVICES, part.servicesText());
        }
        return parameters.toJobParameters();
    }

    public static JobParameters of(RunRow row) {
        long number = Long.parseLong(row.parameter(NUMBER));
        return of(row.parameter(HASH), row.parameter(OUTPUT), number, row.part(), row.runId());
    }
}
