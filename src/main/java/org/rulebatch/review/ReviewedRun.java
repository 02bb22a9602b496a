package org.rulebatch.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
     * @param cause why a person must look, as the report names it; empty where nobody must
     * @param why the reason or the reservation
     * @param group rules of one group ask a person the same; empty where nobody is asked
     * @param decided whether a person has decided it
     * @param expired whether that decision's last day is over
     */
    record Line(
            String id,
            String service,
            String title,
            String severity,
            Decided decision,
            String cause,
            String why,
            String group,
            boolean decided,
            boolean expired) {}

    /** A line a rule, for the list. */
    List<Line> rules() throws IOException {
        List<Line> rules = new ArrayList<>();
        read((service, rule) -> rules.add(line(service, rule)));
        return rules;
    }

    private Line line(String service, RuleEntry rule) {
        String why = rule.decision() == Decided.PROPOSED ? text(rule.reservation()) : text(rule.reason());
        String cause = text(rule.cause());
        boolean asked = rule.decision() == Decided.PROPOSED || rule.decision() == Decided.MANUAL_REVIEW;
        return new Line(
                rule.ruleId(),
                service,
                rule.title(),
                rule.severity(),
                rule.decision(),
                cause,
                why,
                asked ? rule.decision().word() + "|" + cause + "|" + alike(why) : "",
                decisions.exists(rule.ruleId()),
                decisions.isExpired(rule.ruleId()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The reason without what is each check's own: values, numbers, paths. The rule's own words stay: other words are another question. */
    private static String alike(String why) {
        return why.replaceAll("'[^']*'|\\([^)]*\\)", "…")
                .replaceAll("\\S*[_.\\[]\\S+", "…")
                .replaceAll("\\d+(\\.\\d+)?", "n");
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
