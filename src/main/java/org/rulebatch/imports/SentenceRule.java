package org.rulebatch.imports;

import java.util.List;
import java.util.Optional;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.imports.format.ForeignRule;
import org.rulebatch.imports.format.ImportLog;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.metadata.Names;
import org.rulebatch.metadata.RuleMetadata;

/** Makes a rule of a sentence: finds the service and the resource that it speaks of, and gives it an id. */
public final class SentenceRule {

    /**
     * What a person says of a rule; texts that are not given are empty.
     *
     * @param sentence what must be so; what stands behind its first full stop becomes the description
     */
    public record Said(String sentence, String description, String service, String severity) {}

    /**
     * A rule that has no file yet.
     *
     * @param text of its metadata file
     */
    public record Draft(RuleMetadata rule, String text) {}

    private final Naming naming;
    private final ServiceFinder finder;

    public SentenceRule(Catalog catalog, Knowledge knowledge) {
        this.naming = new Naming(catalog, knowledge);
        this.finder = new ServiceFinder(catalog, knowledge, new Services(catalog));
    }

    /** The service that a sentence speaks of; empty where it does not tell. */
    public Optional<String> service(String sentence) {
        return finder.find(sentence);
    }

    /** @throws IllegalArgumentException if no rule can be made of it; the message says why and what to do */
    public Draft of(Said said) {
        String[] parts = said.sentence().strip().split("(?<=[.!])\\s+", 2);
        String title = parts[0].replaceFirst("[.!]$", "");
        String description = ((parts.length > 1 ? parts[1] + " " : "") + said.description()).strip();
        ForeignRule rule = ForeignRule.ofPerson(title, description, said.service(), said.severity());
        ImportLog log = new ImportLog();
        Naming.Name name = naming.name(rule, log);
        if (name == null) {
            throw new IllegalArgumentException(
                    String.join("; ", log.problems()).replaceFirst("^: (.* )?left out: ", ""));
        }
        String id = name.ruleId();
        if (!Names.isRuleId(id) || !Names.isService(name.service())) {
            throw new IllegalArgumentException("its id would be '" + id + "'; say it in other words");
        }
        String text = MetadataText.of(id, name, rule);
        return new Draft(
                new RuleMetadata(
                        id,
                        name.service(),
                        name.resource(),
                        name.requirement(),
                        title,
                        description,
                        "",
                        "",
                        List.of("low", "medium", "high", "critical").contains(said.severity())
                                ? said.severity()
                                : "medium"),
                text);
    }
}
