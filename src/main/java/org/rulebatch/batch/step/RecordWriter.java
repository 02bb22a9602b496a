package org.rulebatch.batch.step;

import java.io.IOException;
import org.rulebatch.pipeline.ServiceResult;
import org.rulebatch.report.Counts;
import org.rulebatch.report.ServiceRecord;
import org.rulebatch.store.RunFolder;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Keeps how the rules of a service ended. The record is on the disk before the repository says that the service is done; a
 * process killed in between writes the same record again.
 */
public final class RecordWriter implements ItemWriter<ServiceResult> {

    private final RunFolder run;
    private final Progress progress;

    public RecordWriter(RunFolder run, Progress progress) {
        this.run = run;
        this.progress = progress;
    }

    @Override
    public void write(Chunk<? extends ServiceResult> results) throws IOException {
        for (ServiceResult result : results) {
            ServiceRecord.write(run.record(result.service()), result);
            progress.serviceDone(result.service(), Counts.of(result.rules()));
        }
    }
}
