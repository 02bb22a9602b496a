package org.rulebatch.imports.format;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Policies that people write for Checkov in YAML: {@code metadata} with a name, and a {@code definition} over Terraform. */
final class CheckovPolicies implements Format {

    private static final Set<String> USED = Set.of("id", "name", "severity", "guideline", "frameworks");

    @Override
    public String files() {
        return "a YAML policy of Checkov, with metadata and definition";
    }

    @Override
    public boolean takes(String fileName) {
        return fileName.matches("(?s).*\\.(ya?ml|json)");
    }

    @Override
    public boolean fits(Source source) {
        JsonNode root = source.tree();
        return root.path("metadata").has("name") && root.has("definition");
    }

    @Override
    public void read(Source source, ImportLog log) {
        JsonNode root = source.tree();
        JsonNode metadata = root.path("metadata");
        String name = Keys.text(metadata, "name");
        String id = Keys.text(metadata, "id").isEmpty() ? name : Keys.text(metadata, "id");
        List<String> types = Stream.concat(
                        Stream.of(root.path("definition")),
                        root.path("definition").findParents("resource_types").stream())
                .flatMap(each -> Keys.texts(each, "resource_types").stream())
                .distinct()
                .toList();
        if (types.stream().anyMatch(type -> !type.startsWith("aws_") && !type.equals("all"))) {
            log.leftOut(source.place(), id, "is about " + String.join(", ", types), "rules are about AWS");
            return;
        }
        Keys.drop(metadata, "metadata.", USED, log);
        log.dropped("definition");
        String type = types.isEmpty() || types.get(0).equals("all") ? "" : types.get(0);
        log.found(ForeignRule.named(source.place(), id, "checkov_" + id)
                .about(ResourceTypes.service(type), "")
                .saying(name, "")
                .graded(Keys.text(metadata, "severity"))
                .seeAlso(Stream.of(Keys.text(metadata, "guideline"))));
    }
}
