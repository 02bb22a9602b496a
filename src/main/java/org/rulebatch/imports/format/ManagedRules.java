package org.rulebatch.imports.format;

import org.rulebatch.files.Resources;
import org.rulebatch.yaml.YamlDocument;
import tools.jackson.databind.JsonNode;

/** What AWS Config's managed rules ask for, in our words, by their identifier. */
final class ManagedRules {

    private static final String FILE = "imports/config-rules.yaml";

    private ManagedRules() {}

    /** An object a rule: {@code service} and {@code title}. */
    static JsonNode bundled() {
        return YamlDocument.parse(FILE, Resources.text(FILE)).root().path("rules");
    }
}
