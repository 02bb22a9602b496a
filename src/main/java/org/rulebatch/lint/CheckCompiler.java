package org.rulebatch.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rulebatch.language.Compilation;
import org.rulebatch.language.Expression;
import org.rulebatch.language.Language;
import org.rulebatch.language.Problem;
import org.rulebatch.language.Scope;
import org.rulebatch.ruleyaml.Check;
import org.rulebatch.ruleyaml.ConditionsInCel;
import org.rulebatch.ruleyaml.Demand;
import org.rulebatch.ruleyaml.RuleDocument;

/**
 * Compiles the expressions of a rule file's checks, each check once; conditions are compiled as the expression that they mean.
 * The language is made when the first needs it. Thread-safe.
 */
public final class CheckCompiler {

    /**
     * A check's expressions.
     *
     * @param where empty where all items are judged
     * @param complies empty where something is at fault
     * @param faults what is wrong with either
     */
    public record Compiled(Optional<Expression> where, Optional<Expression> complies, List<Fault> faults) {
        public Compiled {
            faults = List.copyOf(faults);
        }
    }

    private static final String CONDITIONS = "conditions";

    private final Supplier<Language> language;
    private final CheckScope scopes;
    private final Map<Check, Compiled> compiled = new ConcurrentHashMap<>();

    /** @param language gives the same one each time */
    public CheckCompiler(RuleDocument document, Supplier<Language> language) {
        this.language = language;
        this.scopes = new CheckScope(document);
    }

    public Compiled compile(Check check) {
        return compiled.computeIfAbsent(check, this::compiled);
    }

    private Compiled compiled(Check check) {
        try {
            Scope scope = scopes.of(language.get(), check);
            return check.demand() instanceof Demand.Expressions asked
                    ? expressions(check, scope, asked)
                    : conditions(check, scope, (Demand.Conditions) check.demand());
        } catch (IllegalArgumentException e) {
            Fault fault = fault(check, "", Fault.UNRESOLVED, String.valueOf(e.getMessage()));
            return new Compiled(Optional.empty(), Optional.empty(), List.of(fault));
        }
    }

    private Compiled expressions(Check check, Scope scope, Demand.Expressions asked) {
        List<Fault> faults = new ArrayList<>();
        Optional<Expression> where = compile(check, scope, "where", asked.where(), faults);
        Optional<Expression> complies = compile(check, scope, "complies", asked.complies(), faults);
        return new Compiled(where, faults.isEmpty() ? complies : Optional.empty(), faults);
    }

    private Compiled conditions(Check check, Scope scope, Demand.Conditions asked) {
        List<Fault> faults = new ArrayList<>();
        String source = ConditionsInCel.text(asked.clause(), scope);
        Optional<Expression> complies = compile(check, scope, CONDITIONS, source, faults);
        return new Compiled(Optional.empty(), complies, faults);
    }

    private Optional<Expression> compile(
            Check check, Scope scope, String key, @Nullable String source, List<Fault> faults) {
        if (source == null) {
            return Optional.empty();
        }
        Compilation compilation = language.get().compile(scope, source);
        for (Problem problem : compilation.problems()) {
            faults.add(fault(check, key, Fault.EXPRESSION, key + " " + problem));
        }
        return compilation.expression();
    }

    private static Fault fault(Check check, String key, String id, String message) {
        return new Fault(new Faults.Place(check.forEach(), Faults.Kind.VARIABLE, key), id, message, "", "");
    }
}
