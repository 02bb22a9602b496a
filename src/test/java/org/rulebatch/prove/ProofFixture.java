package org.rulebatch.prove;

import java.util.function.Supplier;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.language.Language;

/** A catalog, its language, and a rule file with checks of many kinds. */
final class ProofFixture {

    static final Catalog CATALOG = Catalog.bundled();
    private static final Language THE_LANGUAGE = Language.of(CATALOG);
    static final Supplier<Language> LANGUAGE = () -> THE_LANGUAGE;
    static final Prover PROVER = new Prover(CATALOG, LANGUAGE);

    private ProofFixture() {}
}
