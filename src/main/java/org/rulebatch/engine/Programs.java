package org.rulebatch.engine;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.language.Language;
import org.rulebatch.lint.CheckCompiler;
import org.rulebatch.lint.Faults;
import org.rulebatch.ruleyaml.RuleDocument;
import org.springframework.util.function.SingletonSupplier;

/** The checks of rule files, each compiled once, for as many runs of as many engines as share it. Thread-safe. */
public final class Programs {

    private final Catalog catalog;
    private final Supplier<Language> language;
    private final Map<RuleDocument, Program> programs = Collections.synchronizedMap(new IdentityHashMap<>());

    /** A file's checks, and what is wrong with them. */
    record Program(CheckCompiler compiler, Faults faults) {}

    /** @param catalog says what the reads answer */
    public Programs(Catalog catalog) {
        this.catalog = catalog;
        this.language = SingletonSupplier.of(() -> Language.of(catalog));
    }

    Program of(RuleDocument document) {
        return programs.computeIfAbsent(document, each -> {
            CheckCompiler compiler = new CheckCompiler(each, language);
            return new Program(compiler, new Faults(each, catalog, compiler));
        });
    }
}
