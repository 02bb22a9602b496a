package org.rulebatch.imports.format;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Prowler's {@code <check>.metadata.json}, as of its versions 3 to 5: one check a file. */
final class ProwlerChecks implements Format {

    private static final Set<String> USED = Set.of(
            "Provider",
            "CheckID",
            "CheckTitle",
            "ServiceName",
            "Severity",
            "ResourceType",
            "Description",
            "Risk",
            "RelatedUrl",
            "AdditionalURLs",
            "Remediation");

    @Override
    public String files() {
        return "<check>.metadata.json of Prowler";
    }

    @Override
    public boolean takes(String fileName) {
        return fileName.endsWith(".json");
    }

    @Override
    public boolean fits(Source source) {
        JsonNode root = source.tree();
        return root.has("CheckID") && root.has("CheckTitle");
    }

    @Override
    public void read(Source source, ImportLog log) {
        JsonNode root = source.tree();
        String id = Keys.text(root, "CheckID");
        String provider = Keys.text(root, "Provider");
        if (!provider.toLowerCase(Locale.ROOT).equals("aws")) {
            log.leftOut(source.place(), id, "is about '" + provider + "'", "rules are about AWS");
            return;
        }
        JsonNode remediation = root.path("Remediation");
        JsonNode recommendation = remediation.path("Recommendation");
        Keys.drop(root, "", USED, log);
        Keys.drop(remediation, "Remediation.", Set.of("Recommendation"), log);
        Stream<String> single = Stream.of(Keys.text(recommendation, "Url"), Keys.text(root, "RelatedUrl"));
        log.found(ForeignRule.named(source.place(), id, "prowler_" + id)
                .about(Keys.text(root, "ServiceName"), Keys.text(root, "ResourceType"))
                .saying(plain(Keys.text(root, "CheckTitle")), plain(Keys.text(root, "Description")))
                .because(plain(Keys.text(root, "Risk")), plain(Keys.text(recommendation, "Text")))
                .graded(Keys.text(root, "Severity"))
                .seeAlso(Stream.concat(single, Keys.texts(root, "AdditionalURLs").stream())));
    }

    /** Without Markdown's emphasis. */
    private static String plain(String text) {
        return text.replace("**", "").replace("`", "");
    }
}
