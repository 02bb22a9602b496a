package org.rulebatch.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rulebatch.generate.llm.cost.ModelUsage;
import org.rulebatch.generate.llm.cost.ReplyQuality;
import org.rulebatch.report.entry.Criterion;

/** Decides whether a run was a success. */
final class Criteria {

    /** An error is systematic from this share of the services on, and not before a second service has it. */
    private static final double SYSTEMATIC_SHARE = 0.10;

    private static final int SYSTEMATIC_SERVICES = 2;

    private Criteria() {}

    /** @param minimumRate of the validation rate, in percent */
    static List<Criterion> of(Tally tally, double minimumRate, Optional<ModelUsage> usage) {
        List<Criterion> criteria =
                new ArrayList<>(List.of(batches(tally), rate(tally, minimumRate), ruleFiles(tally), errors(tally)));
        usage.map(used -> model(used.quality())).ifPresent(criteria::add);
        return criteria;
    }

    private static Criterion model(ReplyQuality quality) {
        String actual = quality.problem()
                .orElse(quality.usable() + " decided a rule, " + quality.unusable() + " could not be used");
        return new Criterion("replies of the model that can be used", !quality.isNothingUsable(), actual);
    }

    private static Criterion batches(Tally tally) {
        int all = tally.batches().size();
        int successful = tally.successfulBatches();
        return new Criterion("all batches successful", successful == all, successful + "/" + all);
    }

    /** Of the rules that are decided one way or the other; a proposed check is neither validated nor left to a person. */
    private static Criterion rate(Tally tally, double minimumRate) {
        Counts counts = tally.counts();
        int left = counts.total() - counts.manualReview() - counts.proposed();
        double rate = left == 0 ? 100 : 100.0 * counts.automated() / left;
        String name = "validation rate of the rules not left to a person at least " + Percent.of(minimumRate);
        String proposed = counts.proposed() == 0 ? "" : counts.proposed() + " proposed, ";
        String actual = Percent.of(rate) + " (" + counts.automated() + "/" + left + "; " + proposed
                + counts.manualReview() + " left to a person)";
        return new Criterion(name, rate >= minimumRate, actual);
    }

    private static Criterion ruleFiles(Tally tally) {
        int expected = tally.servicesWithValidatedRule();
        int written = tally.ruleFiles();
        return new Criterion(
                "a YAML file for every service with a validated rule", written == expected, written + "/" + expected);
    }

    private static Criterion errors(Tally tally) {
        double limit = Math.max(SYSTEMATIC_SERVICES, SYSTEMATIC_SHARE * tally.services());
        List<String> systematic = new ArrayList<>();
        for (Map.Entry<String, Integer> kind : tally.servicesByError().entrySet()) {
            int services = kind.getValue();
            if (services >= limit && services > SYSTEMATIC_SHARE * tally.services()) {
                systematic.add(kind.getKey() + " in " + services + " services");
            }
        }
        String actual = systematic.isEmpty() ? "none" : systematic.stream().collect(Collectors.joining("; "));
        return new Criterion("no systematic error", systematic.isEmpty(), actual);
    }
}
