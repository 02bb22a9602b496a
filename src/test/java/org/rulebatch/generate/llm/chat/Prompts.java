package org.rulebatch.generate.llm.chat;

import org.rulebatch.catalog.Catalog;
import org.rulebatch.generate.embedded.EmbeddedGenerator;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.ruleyaml.Chains;

/** Prompts for tests, made as the program makes them. */
public final class Prompts {

    public static final Catalog CATALOG = Catalog.bundled();
    public static final Chains CHAINS = new Chains(CATALOG);
    public static final ServiceNames NAMES = new ServiceNames(CATALOG);
    public static final EmbeddedGenerator EMBEDDED = new EmbeddedGenerator(CATALOG, Knowledge.bundled(), NAMES, CHAINS);

    private Prompts() {}

    static Prompt of(RuleMetadata rule) {
        return of(rule, PromptStyle.STANDARD);
    }

    static Prompt of(RuleMetadata rule, PromptStyle style) {
        return new PromptBuilder(CATALOG, CHAINS, NAMES, EMBEDDED, style)
                .build(rule)
                .orElseThrow();
    }
}
