package org.rulebatch.batch.status;

import java.util.List;

/** A job instance with its batches. */
public record RunDetail(RunView run, List<BatchView> batches) {

    public RunDetail {
        batches = List.copyOf(batches);
    }
}
