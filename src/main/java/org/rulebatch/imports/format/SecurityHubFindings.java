package org.rulebatch.imports.format;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Findings of Security Hub's controls in ASFF, as {@code aws securityhub get-findings} prints them: a rule for each control, however
 * many resources it was found on. Findings of other products (GuardDuty, Inspector) are about an event, not about a rule.
 */
final class SecurityHubFindings implements Format {

    private static final Pattern GENERATOR = Pattern.compile("(?:security-control|v/[0-9.]+)/([A-Za-z0-9]+\\.[0-9]+)$");

    @Override
    public String files() {
        return "JSON that 'aws securityhub get-findings' printed";
    }

    @Override
    public boolean takes(String fileName) {
        return fileName.endsWith(".json");
    }

    @Override
    public boolean fits(Source source) {
        return findings(source.tree()).stream().anyMatch(each -> each.has("SchemaVersion") && each.has("GeneratorId"));
    }

    @Override
    public void read(Source source, ImportLog log) {
        Set<String> seen = new HashSet<>();
        int others = 0;
        for (JsonNode finding : findings(source.tree())) {
            String id = id(finding);
            if (id.isEmpty()) {
                others++;
            } else if (seen.add(id)) {
                log.found(rule(source.place(), id, finding));
            }
        }
        if (others > 0) {
            log.leftOut(
                    source.place(),
                    "",
                    others + (others == 1 ? " finding is" : " findings are") + " not of a control of Security Hub",
                    "only controls are rules");
        }
    }

    private static List<JsonNode> findings(JsonNode root) {
        return (root.isArray() ? root : root.path("Findings")).valueStream().toList();
    }

    /** Of consolidated findings the control's id; of older ones the end of what generated them. */
    private static String id(JsonNode finding) {
        String id = Keys.text(finding.path("Compliance"), "SecurityControlId");
        if (!id.isEmpty()) {
            return id;
        }
        Matcher generator = GENERATOR.matcher(Keys.text(finding, "GeneratorId"));
        return generator.find() ? generator.group(1) : "";
    }

    private static ForeignRule rule(String place, String id, JsonNode finding) {
        JsonNode advice = finding.path("Remediation").path("Recommendation");
        return ForeignRule.named(place, id, "aws_securityhub_" + id)
                .about(SecurityHubControls.service(id), "")
                .saying(title(id, finding), Keys.text(finding, "Description"))
                .graded(Keys.text(finding.path("Severity"), "Label"))
                .seeAlso(Stream.of(Keys.text(advice, "Url")))
                .answering(Keys.texts(finding.path("Compliance"), "RelatedRequirements"));
    }

    /** Older findings have the id before the title: "KMS.4 …". */
    private static String title(String id, JsonNode finding) {
        String title = Keys.text(finding, "Title");
        return title.startsWith(id + " ") ? title.substring(id.length() + 1).strip() : title;
    }
}
