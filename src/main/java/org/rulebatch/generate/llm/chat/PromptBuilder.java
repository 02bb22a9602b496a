package org.rulebatch.generate.llm.chat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.generate.Evidence;
import org.rulebatch.generate.EvidenceSource;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.reading.Boilerplate;
import org.rulebatch.reading.Reader;
import org.rulebatch.reading.RuleReading;
import org.rulebatch.ruleyaml.Chains;

/** Makes prompts out of rules and what is known that may decide them. Thread-safe. */
public final class PromptBuilder {

    private static final int FACTS = 16;
    private static final int FIELDS = 12;

    private final Shown shown;
    private final FurtherReads further;
    private final Chains chains;
    private final EvidenceSource source;
    private final Reader reader = new Reader(Boilerplate.none());
    private final PromptStyle style;
    private final String system;

    public PromptBuilder(Catalog catalog, Chains chains, ServiceNames names, EvidenceSource source, PromptStyle style) {
        this.shown = new Shown(catalog, chains);
        this.further = new FurtherReads(catalog, names, chains, source);
        this.chains = chains;
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
        RuleReading reading = reader.read(rule);
        RuleWords words = RuleWords.of(rule);
        Offer offer = new Offer(chains);
        Shown.Found found = shown.of(evidence.leads(), words, offer);
        String others = String.join(", ", further.names(rule, words, offer));
        String user = RuleText.of(rule)
                + "\nParts: " + PartsText.of(rule, reading)
                + "\nReads:\n" + found.reads()
                + (others.isEmpty() ? "" : "\nOther reads: " + others)
                + (found.checks().isEmpty() ? "" : "\nChecks nearby:\n" + found.checks())
                + (evidence.gaps().isEmpty() ? "" : "\nNo read API says:\n" + String.join("\n", evidence.gaps()));
        return Optional.of(new Prompt(system, user, offer, found.nearby(), reading, evidence, style));
    }

    private static String system(PromptStyle style) {
        String lookups =
                switch (style.lookups()) {
                    case CALLS ->
                        "If the reads do not say it, call search(words) or operation(name) first, also of another service (kms: key"
                                + " rotation; kms.get_key_rotation_status); both show further reads.\n";
                    case FIELD ->
                        "If the reads do not say it, set ask to {\"tool\": \"search\", \"text\": words} or {\"tool\": \"operation\","
                                + " \"text\": name} first, also of another service (kms: key rotation; kms.get_key_rotation_status):"
                                + " you are then shown further reads. Else ask is null.\n";
                    case NONE -> "";
                };
        String form =
                style.output() == StructuredOutput.SCHEMA ? "" : ReplySchema.inWords(ReplySchema.of(style.lookups()));
        return text("/generate/prompt.txt") + lookups + form;
    }

    static String text(String resource) {
        try (InputStream in = PromptBuilder.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
