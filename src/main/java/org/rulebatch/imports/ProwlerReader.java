package org.rulebatch.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads Prowler's {@code <check>.metadata.json}, as of its versions 3 to 5: one check a file. */
final class ProwlerReader implements ForeignReader {

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
        return fileName.endsWith(".metadata.json");
    }

    @Override
    public void read(String place, JsonNode root, ImportLog log) {
        String id = Keys.text(root, "CheckID");
        if (id.isEmpty()) {
            log.leftOut(place, "", "has no CheckID", "name " + files());
            return;
        }
        String provider = Keys.text(root, "Provider");
        if (!provider.toLowerCase(Locale.ROOT).equals("aws")) {
            log.leftOut(place, id, "is about '" + provider + "'", "rules are about AWS");
            return;
        }
        JsonNode remediation = root.path("Remediation");
        JsonNode recommendation = remediation.path("Recommendation");
        Keys.drop(root, "", USED, log);
        Keys.drop(remediation, "Remediation.", Set.of("Recommendation"), log);
        List<String> references = new ArrayList<>();
        references.add(Keys.text(recommendation, "Url"));
        references.add(Keys.text(root, "RelatedUrl"));
        references.addAll(Keys.texts(root, "AdditionalURLs"));
        log.found(new ForeignRule(
                place,
                id,
                Keys.text(root, "ServiceName"),
                Keys.text(root, "ResourceType"),
                plain(Keys.text(root, "CheckTitle")),
                plain(Keys.text(root, "Description")),
                plain(Keys.text(root, "Risk")),
                plain(Keys.text(recommendation, "Text")),
                Keys.text(root, "Severity"),
                references.stream().filter(each -> !each.isEmpty()).distinct().toList(),
                "prowler_" + id,
                List.of()));
    }

    /** Without Markdown's emphasis. */
    private static String plain(String text) {
        return text.replace("**", "").replace("`", "");
    }
}
