package org.rulebatch.language;

import java.util.ArrayList;
import java.util.List;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.language.value.Origin;
import org.rulebatch.language.value.Type;
import org.rulebatch.language.value.Types;

/**
 * The language in which checks are written: CEL over AWS's answers. Immutable and safe for many threads; types are made
 * when they are first needed and then shared.
 */
public final class Language {

    private final Types types;
    private final Environment environment;
    private final Compiler compiler;

    private Language(Catalog catalog, List<LanguageFunction> functions) {
        this.types = new Types(catalog);
        this.environment = new Environment(types, new FunctionBindings(functions));
        this.compiler = new Compiler(environment);
    }

    /** The language over a catalog's models, with the functions that {@code docs/check-language.md} lists. */
    public static Language of(Catalog catalog) {
        return of(catalog, List.of());
    }

    /** The language with further functions. */
    public static Language of(Catalog catalog, List<LanguageFunction> further) {
        List<LanguageFunction> all = new ArrayList<>(TimeFunctions.all());
        all.addAll(PolicyFunctions.all());
        all.addAll(NetworkFunctions.all());
        all.addAll(TextFunctions.all());
        all.addAll(further);
        return new Language(catalog, all);
    }

    /** Starts a scope; it has {@code account}, {@code region}, {@code now} and {@code params} from the beginning. */
    public Scope.Builder scope() {
        return new Scope.Builder(types);
    }

    /**
     * The type of a model's structure, for a function that takes it.
     *
     * @throws IllegalArgumentException if the catalog has no such client or shape
     */
    public Type shape(String client, String shape) {
        return types.structure(client, shape);
    }

    /**
     * Whether the answer of a read has such a place.
     *
     * @throws IllegalArgumentException if the catalog has no such read
     */
    public boolean has(Origin origin) {
        types.of(Origin.answer(origin.client(), origin.operation(), ""));
        try {
            types.of(origin);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Compiles an expression that is true or false. */
    public Compilation compile(Scope scope, String source) {
        return compiler.compile(scope, source);
    }
}
