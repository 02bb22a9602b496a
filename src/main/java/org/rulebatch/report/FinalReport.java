package org.rulebatch.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulebatch.generate.llm.cost.ModelUsage;
import org.rulebatch.metadata.InvalidRule;

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
    public Map<String, @Nullable Object> summary() {
        Counts counts = tally.counts();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("total_services", tally.services());
        json.put("total_rules", counts.total());
        json.put("total_validated", counts.automated());
        json.put("validation_rate", Percent.of(counts.automated(), counts.total()));
        json.put("manual_review", counts.manualReview());
        json.put("invalid", counts.invalid());
        json.put("failed", counts.failed());
        json.put("successful_batches", tally.successfulBatches());
        json.put("failed_batches", tally.batches().size() - tally.successfulBatches());
        json.put("success", isSuccess());
        json.put("criteria", criteria.stream().map(Criterion::json).toList());
        return json;
    }

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("summary", summary());
        json.put("batches", tally.batches().stream().map(BatchReport::json).toList());
        usage.ifPresent(used -> json.put("model_usage", UsageJson.of(used)));
        json.put("invalid", invalid.stream().map(FinalReport::invalid).toList());
        return json;
    }

    private static Map<String, @Nullable Object> invalid(InvalidRule rule) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("rule_id", rule.ruleId());
        json.put("service", rule.service());
        json.put("file", rule.file());
        json.put("line", rule.line());
        json.put("reason", rule.reason());
        return json;
    }
}
