package org.rulebatch.cli;

import org.rulebatch.catalog.Catalog;
import org.rulebatch.generate.CandidateSource;
import org.rulebatch.generate.RequirementGenerator;
import org.rulebatch.generate.embedded.EmbeddedGenerator;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.ruleyaml.Chains;

/** Makes the generators that {@code --generator} names. */
final class Generators {

    private final Catalog catalog;
    private final Knowledge knowledge;
    private final ServiceNames names;
    private final Chains chains;

    Generators(Catalog catalog, Knowledge knowledge, ServiceNames names, Chains chains) {
        this.catalog = catalog;
        this.knowledge = knowledge;
        this.names = names;
        this.chains = chains;
    }

    RequirementGenerator of(GeneratorKind kind) {
        return switch (kind) {
            case EMBEDDED -> embedded();
        };
    }

    EmbeddedGenerator embedded() {
        return new EmbeddedGenerator(catalog, knowledge, names, chains);
    }

    /** Where the candidates of a generator come from: from itself, or from the embedded one that it asks for them. */
    CandidateSource candidates(RequirementGenerator generator) {
        return generator instanceof CandidateSource own ? own : embedded();
    }
}
