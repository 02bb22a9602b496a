package org.rulebatch.report.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What came of executing the rules, where they were.
 *
 * @param services results by service; empty where nothing was tested
 * @param errors by rule id
 */
record Tests(Map<String, JsonNode> services, Map<String, List<JsonNode>> errors, JsonNode analysis) {

    static Tests of(RunFiles files) throws IOException {
        Map<String, JsonNode> services = files.tests();
        Map<String, List<JsonNode>> errors = new HashMap<>();
        services.values().forEach(service -> service.path("errors")
                .forEach(error -> errors.computeIfAbsent(error.path("rule_id").asString(""), id -> new ArrayList<>())
                        .add(error)));
        return new Tests(services, errors, files.errorAnalysis());
    }

    boolean isEmpty() {
        return services.isEmpty();
    }

    /** How a rule ended: a check that was tested and cannot run is left to a person. */
    Decided decided(JsonNode rule) {
        return demoted(rule).isEmpty() ? Decided.of(rule.path("decision").asString("")) : Decided.MANUAL_REVIEW;
    }

    /** Why a rule that was automated is not any more; empty for the others. */
    String demoted(JsonNode rule) {
        return analysis.path("demoted").path(rule.path("rule_id").asString("")).asString("");
    }

    List<JsonNode> errors(JsonNode rule) {
        return errors.getOrDefault(rule.path("rule_id").asString(""), List.of());
    }
}
