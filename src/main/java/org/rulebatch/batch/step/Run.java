package org.rulebatch.batch.step;

import org.rulebatch.report.BatchFolder;
import org.rulebatch.report.RunMetadata;
import org.rulebatch.report.Summary;
import org.rulebatch.store.BatchPlan;
import org.rulebatch.store.Manifest;
import org.rulebatch.store.OutputFolder;
import org.rulebatch.store.RunFolder;

/** The one run that this process works on. */
public record Run(
        OutputFolder output,
        RunFolder folder,
        Manifest manifest,
        WorkPlan plan,
        RunMetadata metadata,
        Summary summary) {

    public BatchPlan batch(int number) {
        return manifest.batches().get(number - 1);
    }

    /** Whether a batch is still to be worked on: in a part of a run that is generated again, each is. */
    public boolean isOpen(int number) {
        return !plan.equals(WorkPlan.whole(manifest)) || !metadata.isCompleted(number);
    }

    public BatchFolder batchFolder(int number) {
        return new BatchFolder(output, batch(number), folder);
    }
}
