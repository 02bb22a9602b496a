package org.rulebatch.report;

import java.util.List;
import java.util.Optional;
import org.rulebatch.generate.llm.cost.ModelUsage;
import org.rulebatch.metadata.InvalidRule;
import org.rulebatch.report.entry.Criterion;
import org.rulebatch.report.entry.InvalidEntry;
import org.rulebatch.report.entry.ReportEntry;
import org.rulebatch.report.entry.SummaryEntry;
import org.rulebatch.report.entry.UsageEntry;

/** {@code orchestrator_final_report.json}. */
public final class FinalReport {

    private final Tally tally;
    private final List<Criterion> criteria;
    private final List<InvalidRule> invalid;
    private final Optional<ModelUsage> usage;

    FinalReport(Tally tally, List<Criterion> criteria, List<InvalidRule> invalid, Optional<ModelUsage> usage) {
        this.tally = tally;
        this.criteria = List.copyOf(criteria);
        this.invalid = List.copyOf(invalid);
        this.usage = usage;
    }

    /** Whether every criterion is met. */
    public boolean isSuccess() {
        return criteria.stream().allMatch(Criterion::met);
    }

    public List<Criterion> criteria() {
        return criteria;
    }

    public Counts counts() {
        return tally.counts();
    }

    public int services() {
        return tally.services();
    }

    public List<BatchReport> batches() {
        return tally.batches();
    }

    public List<InvalidRule> invalid() {
        return invalid;
    }

    /** What the run used of a model; empty if none was asked. */
    public Optional<ModelUsage> usage() {
        return usage;
    }

    /** The report's {@code summary}, which {@code run_metadata.json} repeats. */
    public SummaryEntry summary() {
        Counts counts = tally.counts();
        return new SummaryEntry(
                tally.services(),
                counts.total(),
                counts.automated(),
                Percent.of(counts.automated(), counts.total()),
                counts.proposed(),
                Percent.of(counts.automated() + counts.proposed(), counts.total()),
                counts.manualReview(),
                counts.invalid(),
                counts.failed(),
                tally.successfulBatches(),
                tally.batches().size() - tally.successfulBatches(),
                isSuccess(),
                criteria);
    }

    /** The file. */
    ReportEntry entry() {
        return new ReportEntry(
                summary(),
                tally.batches().stream().map(BatchReport::entry).toList(),
                usage.map(UsageEntry::of).orElse(null),
                invalid.stream().map(InvalidEntry::of).toList());
    }
}
