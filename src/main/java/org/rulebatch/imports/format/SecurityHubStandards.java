package org.rulebatch.imports.format;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The controls of a standard with their titles, as {@code aws securityhub list-standards-control-associations} and
 * {@code batch-get-standards-control-associations} print them.
 */
final class SecurityHubStandards implements Format {

    private static final List<String> LISTS =
            List.of("StandardsControlAssociationSummaries", "StandardsControlAssociationDetails");
    private static final Set<String> USED = Set.of(
            "StandardsArn",
            "SecurityControlId",
            "AssociationStatus",
            "StandardsControlTitle",
            "StandardsControlDescription",
            "RelatedRequirements");

    @Override
    public String files() {
        return "JSON that 'aws securityhub list-standards-control-associations' or"
                + " 'batch-get-standards-control-associations' printed";
    }

    @Override
    public boolean takes(String fileName) {
        return fileName.endsWith(".json");
    }

    @Override
    public boolean fits(Source source) {
        return LISTS.stream().anyMatch(list -> source.tree().path(list).isArray());
    }

    @Override
    public void read(Source source, ImportLog log) {
        LISTS.forEach(list -> source.tree().path(list).forEach(control -> control(source.place(), control, log)));
    }

    private static void control(String place, JsonNode control, ImportLog log) {
        String id = Keys.text(control, "SecurityControlId");
        if (Keys.text(control, "AssociationStatus").equals("DISABLED")) {
            log.leftOut(place, id, "is disabled in Security Hub", "enable it there first if it is wanted");
            return;
        }
        Keys.drop(control, "", USED, log);
        log.found(ForeignRule.named(place, id, "aws_securityhub_" + id)
                .about(SecurityHubControls.service(id), "")
                .saying(Keys.text(control, "StandardsControlTitle"), Keys.text(control, "StandardsControlDescription"))
                .answering(Keys.texts(control, "RelatedRequirements")));
    }
}
