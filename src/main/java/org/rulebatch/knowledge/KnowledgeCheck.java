package org.rulebatch.knowledge;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.requirement.Finding;
import org.rulebatch.yaml.YamlDocument;
import org.rulebatch.yaml.YamlSchema;

/**
 * Ensures that a resource's file is of the published form, that the catalog knows all it speaks of, and that it says nothing
 * twice. Whether a call's parameters can be bound is for the planner to say.
 */
public final class KnowledgeCheck {

    private final Catalog catalog;
    private final Set<String> families;

    /** @param families the ids that are known */
    public KnowledgeCheck(Catalog catalog, Collection<String> families) {
        this.catalog = catalog;
        this.families = Set.copyOf(families);
    }

    /** The published form of a resource's file. */
    public static String schema() {
        return Form.SCHEMA.text();
    }

    /** What is wrong with a resource's file, each at its {@code file:line}; empty if nothing is. */
    public List<Finding> check(YamlDocument document) {
        FileFindings findings = new FileFindings(document);
        List<Finding> form = Form.SCHEMA.check(document).stream()
                .map(each -> Finding.error("yaml.schema", each.place(), each.message(), "see docs/knowledge.md"))
                .toList();
        if (!form.isEmpty()) {
            return form;
        }
        ResourceFile file = ResourceParser.parse(document);
        file.flaws()
                .forEach(flaw -> findings.add(flaw.pointer(), "fact.form", flaw.message(), "see docs/knowledge.md"));
        new ResourceCheck(catalog, families, findings).check(file);
        return findings.all();
    }

    /** Read when a file is checked: a run without files of its own does not need it. */
    private static final class Form {
        private static final YamlSchema SCHEMA = YamlSchema.bundled("knowledge.schema.json");
    }
}
