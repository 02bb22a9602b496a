package org.rulebatch.language;

import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelEvaluationListener;
import dev.cel.runtime.CelRuntime;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.rulebatch.language.value.Reading;
import org.rulebatch.language.value.Type;

/** Tells for values how near they come to what an expression should be. Belongs to one thread. */
public final class Trial {

    /**
     * What came of one evaluation.
     *
     * @param decided whether the expression is true or false for the values
     * @param reached whether it is what it should be
     * @param met how many of its statements were, at least once, what they should be for that
     * @param path tells apart evaluations in which different statements held: the id of each that held, and the negative one of
     *     each that did not
     */
    public record Progress(boolean decided, boolean reached, int met, Set<Long> path) {

        public Progress {
            path = Set.copyOf(path);
        }
    }

    private final CelRuntime.Program program;
    private final Map<String, Type> variables;
    private final Map<Long, Boolean> statements;
    private final boolean wanted;

    Trial(CelRuntime.Program program, Map<String, Type> variables, Map<Long, Boolean> statements, boolean wanted) {
        this.program = program;
        this.variables = variables;
        this.statements = statements;
        this.wanted = wanted;
    }

    /** The statements of the expression by their ids, as {@link Progress#path} has them. */
    public Set<Long> statements() {
        return statements.keySet();
    }

    /** @param values as {@link Expression#evaluate} takes them */
    public Progress of(Map<String, ?> values) {
        Listener listener = new Listener();
        try {
            Object result = new Reading(variables, values, null).during(all -> program.trace(all, listener));
            return new Progress(
                    result instanceof Boolean,
                    Boolean.valueOf(wanted).equals(result),
                    listener.met.size(),
                    listener.path);
        } catch (CelEvaluationException e) {
            return new Progress(false, false, listener.met.size(), listener.path);
        }
    }

    private final class Listener implements CelEvaluationListener {

        private final Set<Long> met = new HashSet<>();
        private final Set<Long> path = new HashSet<>();

        @Override
        public void callback(CelExpr expression, Object value) {
            if (value instanceof Boolean truth) {
                Boolean whole = statements.get(expression.id());
                if (whole != null) {
                    path.add(truth ? expression.id() : -expression.id());
                }
                if (whole != null && truth == (whole == wanted)) {
                    met.add(expression.id());
                }
            }
        }
    }
}
