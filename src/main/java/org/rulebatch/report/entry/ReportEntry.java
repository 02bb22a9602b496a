package org.rulebatch.report.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code orchestrator_final_report.json}.
 *
 * @param modelUsage null where no model was asked
 */
public record ReportEntry(
        SummaryEntry summary,
        List<BatchEntry> batches,
        @JsonInclude(Include.NON_NULL) @Nullable UsageEntry modelUsage,
        List<InvalidEntry> invalid) {

    public ReportEntry {
        batches = List.copyOf(batches);
        invalid = List.copyOf(invalid);
    }
}
