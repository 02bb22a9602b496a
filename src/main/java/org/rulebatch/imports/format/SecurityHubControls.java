package org.rulebatch.imports.format;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What {@code aws securityhub} prints: of {@code describe-standards-controls}, {@code list-security-control-definitions},
 * {@code get-security-control-definition} and {@code batch-get-security-controls}.
 */
final class SecurityHubControls implements Format {

    private static final List<String> LISTS = List.of("Controls", "SecurityControlDefinitions", "SecurityControls");
    private static final String SINGLE = "SecurityControlDefinition";
    private static final Set<String> USED = Set.of(
            "SecurityControlId",
            "ControlId",
            "Title",
            "Description",
            "RemediationUrl",
            "SeverityRating",
            "RelatedRequirements",
            "ControlStatus",
            "SecurityControlStatus",
            "ParameterDefinitions",
            "Parameters");
    private static final Pattern NUMBER = Pattern.compile("\\.[0-9.]+$");

    @Override
    public String files() {
        return "JSON that 'aws securityhub describe-standards-controls', 'list-security-control-definitions',"
                + " 'get-security-control-definition' or 'batch-get-security-controls' printed";
    }

    @Override
    public boolean takes(String fileName) {
        return fileName.endsWith(".json");
    }

    @Override
    public boolean fits(Source source) {
        return controls(source.tree()).stream()
                .anyMatch(control ->
                        control.has("Title") && (control.has("SecurityControlId") || control.has("ControlId")));
    }

    @Override
    public void read(Source source, ImportLog log) {
        controls(source.tree()).forEach(control -> control(source.place(), control, log));
    }

    private static List<JsonNode> controls(JsonNode root) {
        if (root.isArray()) {
            return root.valueStream().toList();
        }
        if (root.has(SINGLE)) {
            return List.of(root.path(SINGLE));
        }
        if (root.has("Title")) {
            return List.of(root);
        }
        return LISTS.stream().flatMap(list -> root.path(list).valueStream()).toList();
    }

    private static void control(String place, JsonNode control, ImportLog log) {
        String id = Stream.of("SecurityControlId", "ControlId")
                .map(key -> Keys.text(control, key))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        if (id.isEmpty()) {
            log.leftOut(place, "", "a control has no id", "do not edit what the command printed");
            return;
        }
        if (Keys.text(control, "ControlStatus").equals("DISABLED")
                || Keys.text(control, "SecurityControlStatus").equals("DISABLED")) {
            log.leftOut(place, id, "is disabled in Security Hub", "enable it there first if it is wanted");
            return;
        }
        if (id.startsWith("CIS.")) {
            log.leftOut(place, id, "its id names no service", "import what 'list-security-control-definitions' prints");
            return;
        }
        Keys.drop(control, "", USED, log);
        log.found(ForeignRule.named(place, id, "aws_securityhub_" + id)
                .about(service(id), "")
                .saying(Keys.text(control, "Title"), (Keys.text(control, "Description") + parameters(control)).strip())
                .graded(Keys.text(control, "SeverityRating"))
                .seeAlso(Stream.of(Keys.text(control, "RemediationUrl")))
                .answering(Keys.texts(control, "RelatedRequirements")));
    }

    /** {@code S3} of {@code S3.14}. */
    static String service(String controlId) {
        return NUMBER.matcher(controlId).replaceFirst("").replaceFirst("^PCI\\.", "");
    }

    /** The values that the control is judged by: people's own, else those that Security Hub brings. */
    private static String parameters(JsonNode control) {
        StringBuilder text = new StringBuilder();
        control.path("ParameterDefinitions").forEachEntry((name, definition) -> definition
                .path("ConfigurationOptions")
                .forEach(option -> say(text, name, option.path("DefaultValue"))));
        control.path("Parameters")
                .forEachEntry((name, parameter) -> parameter.path("Value").forEach(value -> say(text, name, value)));
        return text.toString();
    }

    private static void say(StringBuilder text, String name, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) {
            text.append(" Its ")
                    .append(name)
                    .append(" is ")
                    .append(value.isValueNode() ? value.asString() : value.toString())
                    .append('.');
        }
    }
}
