package org.rulebatch.review;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rulebatch.report.page.RunFiles;
import tools.jackson.databind.JsonNode;

/** The rules of the run that is reviewed, read from its files each time, for they may be many. */
final class ReviewedRun {

    private final RunFiles files;
    private final Decisions decisions;

    ReviewedRun(RunFiles files, Decisions decisions) {
        this.files = files;
        this.decisions = decisions;
    }

    /** A line a rule, for the list. */
    List<Map<String, Object>> rules() throws IOException {
        List<Map<String, Object>> rules = new ArrayList<>();
        files.rules((service, rule) -> {
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
        files.rules((service, rule) -> {
            if (rule.path("rule_id").asString("").equals(id)) {
                found.add(rule);
            }
        });
        return found.stream().findFirst();
    }
}
