package org.rulebatch.engine.testing;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Records in a service's rules, as they stand in {@code requirements_validated.json}, what a test found out about them. */
final class RequirementEdit {

    private RequirementEdit() {}

    /** @param rules the service's list, changed in place */
    static void apply(JsonNode rules, ServiceTest test) {
        for (JsonNode node : rules) {
            if (node instanceof ObjectNode rule) {
                String id = rule.path("rule_id").asString();
                String reason = test.demoted().get(id);
                if (reason != null) {
                    demote(rule, reason);
                }
                test.corrections().stream()
                        .filter(correction -> correction.rules().contains(id))
                        .forEach(correction -> record(rule, correction));
            }
        }
    }

    private static void demote(ObjectNode rule, String reason) {
        rule.put("decision", "manual_review");
        rule.put("reason", reason);
        rule.putNull("validated_function");
        rule.put("validation_status", "manual_review");
        rule.put("all_fields_valid", false);
        rule.put("final_validation_status", "MANUAL_REVIEW");
    }

    private static void record(ObjectNode rule, Correction correction) {
        ObjectNode provenance =
                rule.path("provenance") instanceof ObjectNode known ? known : rule.putObject("provenance");
        ArrayNode corrections =
                provenance.path("corrections") instanceof ArrayNode known ? known : provenance.putArray("corrections");
        corrections
                .addObject()
                .put("discovery_id", correction.discovery())
                .put("change", correction.change())
                .put("because", correction.because());
    }
}
