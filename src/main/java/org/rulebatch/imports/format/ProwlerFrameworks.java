package org.rulebatch.imports.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Prowler's {@code compliance/aws/<framework>.json}: the requirements of a framework, and the checks that answer each. The checks
 * are selected by it. Where their own files are not there, a requirement that says of itself that a program can look at it is
 * taken by its own words.
 */
final class ProwlerFrameworks implements Format {

    @Override
    public String files() {
        return "a framework of Prowler's folder compliance/aws";
    }

    @Override
    public boolean takes(String fileName) {
        return fileName.endsWith(".json");
    }

    @Override
    public boolean fits(Source source) {
        JsonNode root = source.tree();
        return root.has("Framework") && root.path("Requirements").isArray();
    }

    @Override
    public void read(Source source, ImportLog log) {
        JsonNode root = source.tree();
        String provider = Keys.text(root, "Provider");
        if (!provider.isEmpty() && !provider.toLowerCase(Locale.ROOT).equals("aws")) {
            log.leftOut(
                    source.place(), Keys.text(root, "Framework"), "is about '" + provider + "'", "rules are about AWS");
            return;
        }
        String framework = (Keys.text(root, "Framework") + " " + Keys.text(root, "Version")).strip();
        for (JsonNode requirement : root.path("Requirements")) {
            String label = (framework + " " + Keys.text(requirement, "Id")).strip();
            List<String> checks = Keys.texts(requirement, "Checks");
            log.frameworks()
                    .add(new Frameworks.Requirement(
                            source.place(), label, checks, own(source.place(), label, requirement, checks)));
        }
    }

    /** The requirement as a rule of its own, about the one service that its checks are about. */
    private static Optional<ForeignRule> own(String place, String label, JsonNode requirement, List<String> checks) {
        JsonNode attributes = requirement.path("Attributes").path(0);
        List<String> services =
                checks.stream().map(ProwlerFrameworks::service).distinct().toList();
        if (!Keys.text(attributes, "AssessmentStatus").equals("Automated") || services.size() != 1) {
            return Optional.empty();
        }
        return Optional.of(ForeignRule.named(place, label, label)
                .about(services.get(0), "")
                .saying(Keys.text(requirement, "Description"), Keys.text(attributes, "Description"))
                .because(Keys.text(attributes, "RationaleStatement"), Keys.text(attributes, "RemediationProcedure"))
                .seeAlso(Stream.of(Keys.text(attributes, "References"))));
    }

    /** {@code kms} of {@code kms_cmk_rotation_enabled}. */
    private static String service(String check) {
        return check.replaceFirst("_.*", "");
    }
}
