package org.rulebatch.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rulebatch.report.entry.Decided;
import org.rulebatch.report.entry.RuleEntries;
import org.rulebatch.report.entry.RuleEntry;
import org.rulebatch.store.OutputFolder;
import tools.jackson.core.JacksonException;

/** The rules of the run that is reviewed, read from its files each time, for they may be many. */
final class ReviewedRun {

    private final Path summary;
    private final Decisions decisions;

    ReviewedRun(OutputFolder output, Decisions decisions) {
        this.summary = output.allRequirements();
        this.decisions = decisions;
    }

    /**
     * A rule in the list.
     *
     * @param decided whether a person has decided it
     */
    record Line(String id, String service, String title, Decided decision, boolean decided) {}

    /** A line a rule, for the list. */
    List<Line> rules() throws IOException {
        List<Line> rules = new ArrayList<>();
        read((service, rule) -> rules.add(
                new Line(rule.ruleId(), service, rule.title(), rule.decision(), decisions.exists(rule.ruleId()))));
        return rules;
    }

    /** A rule as the run recorded it; empty if the run has none of that id. */
    Optional<RuleEntry> rule(String id) throws IOException {
        List<RuleEntry> found = new ArrayList<>();
        read((service, rule) -> {
            if (rule.ruleId().equals(id)) {
                found.add(rule);
            }
        });
        return found.stream().findFirst();
    }

    private void read(RuleEntries.Visitor visitor) throws IOException {
        if (!Files.exists(summary)) {
            throw new RunUnreadableException(
                    summary + " is gone; end this page, run --job=generateRules, and start the review again.");
        }
        try {
            RuleEntries.read(summary, visitor);
        } catch (JacksonException e) {
            throw new RunUnreadableException(
                    summary + " is damaged (" + e.getOriginalMessage()
                            + "); run --job=generateRules again, which writes it again.",
                    e);
        }
    }
}
