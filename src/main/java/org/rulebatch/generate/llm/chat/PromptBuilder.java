package org.rulebatch.generate.llm.chat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.generate.Evidence;
import org.rulebatch.generate.EvidenceSource;
import org.rulebatch.metadata.RuleMetadata;

/** Makes prompts out of rules and what is known that may decide them. Thread-safe. */
public final class PromptBuilder {

    private static final String RESOURCE = "/generate/prompt.txt";
    private static final int FACTS = 6;
    private static final int FIELDS = 4;

    private final ChoiceText text;
    private final EvidenceSource source;
    private final PromptStyle style;
    private final String system;

    public PromptBuilder(Catalog catalog, EvidenceSource source, PromptStyle style) {
        this.text = new ChoiceText(catalog);
        this.source = source;
        this.style = style;
        this.system = system(style);
    }

    /** The prompt about a rule; empty where nothing in the API has to do with it. */
    public Optional<Prompt> build(RuleMetadata rule) {
        Evidence evidence = source.evidence(rule, FACTS, FIELDS);
        if (evidence.leads().isEmpty()) {
            return Optional.empty();
        }
        Choices choices = new Choices(text);
        String candidates = Choices.lines(choices.add(evidence.leads()));
        String user = RuleText.of(rule) + "\nCandidates:\n" + candidates + gaps(evidence.gaps());
        return Optional.of(new Prompt(system, user, choices, evidence, style));
    }

    private static String gaps(List<String> gaps) {
        return gaps.isEmpty() ? "" : "\nNo read API says:\n" + String.join("\n", gaps);
    }

    private static String system(PromptStyle style) {
        String lookups =
                switch (style.lookups()) {
                    case CALLS ->
                        "If no candidate fits, call search(words) or operation(name) first, also for another service (kms: key"
                                + " rotation; kms.get_key_rotation_status); both give further candidates.\n";
                    case FIELD ->
                        "If no candidate fits, set ask to {\"tool\": \"search\", \"text\": words} or {\"tool\": \"operation\","
                                + " \"text\": name} first, also for another service (kms: key rotation; kms.get_key_rotation_status):"
                                + " you are then given further candidates. Else ask is null.\n";
                    case NONE -> "";
                };
        String form = style.output() == StructuredOutput.SCHEMA
                ? ""
                : ReplySchema.inWords(ReplySchema.of(List.of(), style.lookups()));
        return text() + lookups + form;
    }

    private static String text() {
        try (InputStream in = PromptBuilder.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
