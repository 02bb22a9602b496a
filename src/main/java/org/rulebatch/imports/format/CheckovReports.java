package org.rulebatch.imports.format;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What {@code checkov -o json} printed: a rule for each check that it made of AWS, passed or failed. */
final class CheckovReports implements Format {

    private static final List<String> LISTS = List.of("failed_checks", "passed_checks", "skipped_checks");

    @Override
    public String files() {
        return "JSON that 'checkov -o json' printed";
    }

    @Override
    public boolean takes(String fileName) {
        return fileName.endsWith(".json");
    }

    @Override
    public boolean fits(Source source) {
        return reports(source.tree()).stream().anyMatch(each -> each.has("check_type") && each.has("results"));
    }

    @Override
    public void read(Source source, ImportLog log) {
        Set<String> seen = new HashSet<>();
        for (JsonNode report : reports(source.tree())) {
            LISTS.forEach(list ->
                    report.path("results").path(list).forEach(check -> check(source.place(), check, seen, log)));
        }
    }

    private static List<JsonNode> reports(JsonNode root) {
        return root.isArray() ? root.valueStream().toList() : List.of(root);
    }

    private static void check(String place, JsonNode check, Set<String> seen, ImportLog log) {
        String id = Keys.text(check, "check_id");
        String type = Keys.text(check, "resource").replaceFirst("\\..*", "");
        if (!seen.add(id)) {
            return;
        }
        if (!type.startsWith("aws_") && !type.startsWith("AWS::")) {
            log.leftOut(place, id, "is about '" + type + "'", "rules are about AWS");
            return;
        }
        log.found(ForeignRule.named(place, id, "checkov_" + id)
                .about(ResourceTypes.service(type), "")
                .saying(Keys.text(check, "check_name"), "")
                .graded(Keys.text(check, "severity"))
                .seeAlso(Stream.of(Keys.text(check, "guideline"))));
    }
}
