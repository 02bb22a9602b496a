package org.rulebatch.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rulebatch.report.page.RunFiles;
import org.rulebatch.store.OutputFolder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The rules of the run that is reviewed, read from its files each time, for they may be many. */
final class ReviewedRun {

    private static final String SUMMARY = "all_validated_requirements.json";

    private final Path summary;
    private final RunFiles files;
    private final Decisions decisions;

    ReviewedRun(OutputFolder output, Decisions decisions) {
        this.summary = output.summary().resolve(SUMMARY);
        this.files = new RunFiles(output);
        this.decisions = decisions;
    }

    /** A line a rule, for the list. */
    List<Map<String, Object>> rules() throws IOException {
        List<Map<String, Object>> rules = new ArrayList<>();
        read((service, rule) -> {
            String id = rule.path("rule_id").asString("");
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("id", id);
            line.put("service", service);
            line.put("title", rule.path("title").asString(""));
            line.put("decision", rule.path("decision").asString(""));
            line.put("decided", decisions.exists(id));
            rules.add(line);
        });
        return rules;
    }

    /** A rule as the run recorded it; empty if the run has none of that id. */
    Optional<JsonNode> rule(String id) throws IOException {
        List<JsonNode> found = new ArrayList<>();
        read((service, rule) -> {
            if (rule.path("rule_id").asString("").equals(id)) {
                found.add(rule);
            }
        });
        return found.stream().findFirst();
    }

    private void read(RunFiles.RuleVisitor visitor) throws IOException {
        if (!Files.exists(summary)) {
            throw new RunUnreadableException(
                    summary + " is gone; end this page, run --job=generateRules, and start the review again.");
        }
        try {
            files.rules(visitor);
        } catch (JacksonException e) {
            throw new RunUnreadableException(
                    summary + " is damaged (" + e.getOriginalMessage()
                            + "); run --job=generateRules again, which writes it anew.",
                    e);
        }
    }
}
