package org.rulebatch.imports.format;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Policies of Cloud Custodian. A policy says which resources are wrong, in its description and again in its filters; a rule says
 * what is required, so both are turned round. What cannot be turned truthfully is left out.
 */
final class CustodianPolicies implements Format {

    private static final Set<String> USED =
            Set.of("name", "resource", "description", "comment", "comments", "metadata", "filters");

    /** What a value that a filter finds must be instead. */
    private static final Map<String, String> TURNED = Map.ofEntries(
            Map.entry("ne", "must be"),
            Map.entry("not-equal", "must be"),
            Map.entry("eq", "must not be"),
            Map.entry("equal", "must not be"),
            Map.entry("gt", "must be at most"),
            Map.entry("greater-than", "must be at most"),
            Map.entry("lt", "must be at least"),
            Map.entry("less-than", "must be at least"));

    @Override
    public String files() {
        return "a YAML file with policies of Cloud Custodian";
    }

    @Override
    public boolean takes(String fileName) {
        return fileName.matches("(?s).*\\.(ya?ml|json)");
    }

    @Override
    public boolean fits(Source source) {
        JsonNode first = source.tree().path("policies").path(0);
        return first.has("name") && first.has("resource");
    }

    @Override
    public void read(Source source, ImportLog log) {
        source.tree().path("policies").forEach(policy -> policy(source.place(), policy, log));
    }

    private static void policy(String place, JsonNode policy, ImportLog log) {
        String id = Keys.text(policy, "name");
        String resource = Keys.text(policy, "resource");
        if (resource.matches("(azure|gcp|k8s|tencentcloud|oci)\\..*")) {
            log.leftOut(place, id, "is about '" + resource + "'", "rules are about AWS");
            return;
        }
        Keys.drop(policy, "", USED, log);
        String said = Keys.text(policy, policy.has("description") ? "description" : "comment");
        ForeignRule rule = ForeignRule.named(place, id, "custodian_" + id)
                .about(ResourceTypes.service(resource), "")
                .saying(said, "")
                .graded(Keys.text(policy.path("metadata"), "severity"));
        Optional<ForeignRule> turned =
                rule.turned().or(() -> ofFilter(resource, policy).map(title -> rule.saying(title, "")));
        turned.ifPresentOrElse(
                log::found,
                () -> log.leftOut(
                        place,
                        id,
                        "it says what is wrong, and that cannot be turned into what is required: '" + said + "'",
                        "write in its description what must be so"));
    }

    /** The opposite of the one value that a policy filters by. */
    private static Optional<String> ofFilter(String resource, JsonNode policy) {
        JsonNode filter = policy.path("filters").path(0);
        boolean isOne = policy.path("filters").size() == 1;
        String key = Keys.text(filter, "key");
        String value = Keys.text(filter, "value");
        String turned = TURNED.get(Keys.text(filter, "op").toLowerCase(Locale.ROOT));
        if (!isOne || !Keys.text(filter, "type").equals("value") || turned == null || !key.matches("[A-Za-z0-9_.]+")) {
            return Optional.empty();
        }
        if (value.isEmpty() || value.equals("absent") || value.equals("present")) {
            return Optional.empty();
        }
        String words = key.replace('.', ' ').replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return Optional.of(
                words + " of " + resource.replaceFirst("^aws\\.", "").replace('-', ' ') + " " + turned + " " + value);
    }
}
