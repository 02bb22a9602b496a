package org.rulebatch.language;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.rulebatch.language.value.Evaluation;
import org.rulebatch.language.value.Evidence;
import org.rulebatch.language.value.EvidenceLog;
import org.rulebatch.language.value.Reading;
import org.rulebatch.language.value.Type;
import org.rulebatch.language.value.UnknownValue;

/** An expression that is true or false, checked against its scope. Immutable; many threads may evaluate it at once. */
public final class Expression {

    /**
     * What evaluating gave, with the values that were read.
     *
     * @param evidence for {@link Evaluation.False} of parts joined by {@code &&} what the parts read that did not hold;
     *     else all that was read
     */
    public record Explained(Evaluation evaluation, Evidence evidence) {}

    private final String source;
    private final CelAbstractSyntaxTree tree;
    private final CelRuntime.Program program;
    private final Map<String, Type> variables;
    private final List<String> reads;
    private final Clues clues;

    Expression(
            String source,
            CelAbstractSyntaxTree tree,
            CelRuntime.Program program,
            Map<String, Type> variables,
            List<String> reads,
            Clues clues) {
        this.source = source;
        this.tree = tree;
        this.program = program;
        this.variables = variables;
        this.reads = List.copyOf(reads);
        this.clues = clues;
    }

    /** The expression as it was written. */
    public String source() {
        return source;
    }

    /**
     * The places that it reads, each once, in the order of the text: {@code item.KeyManager}, {@code flow_logs},
     * {@code flow_logs[].TrafficType}.
     */
    public List<String> reads() {
        return reads;
    }

    /** What each of its comparisons and calls is about, in the order of the text. */
    public List<Clue> clues() {
        return clues.found();
    }

    /** The types of the places that it reads, as clues name them; a place whose type only the type checker knows is not among them. */
    public Map<String, Type> types() {
        return Collections.unmodifiableMap(clues.types());
    }

    CelAbstractSyntaxTree tree() {
        return tree;
    }

    /**
     * Evaluates it.
     *
     * @param values each variable's value, as an answer has it: text, numbers, booleans, {@code Instant}, lists and maps
     *     of these, or an {@link UnknownValue} in place of any of them; nothing is copied, nothing may change meanwhile
     */
    public Evaluation evaluate(Map<String, ?> values) {
        Reading reading = new Reading(variables, values, null);
        try {
            return truth(reading.during(program::eval));
        } catch (CelEvaluationException e) {
            return undecided(reading, e);
        }
    }

    /** Evaluates it and tells what it read; slower than {@link #evaluate}. */
    public Explained explain(Map<String, ?> values) {
        EvidenceLog log = new EvidenceLog();
        Reading reading = new Reading(variables, values, log);
        Conjuncts conjuncts = new Conjuncts(tree.getExpr(), log);
        Evaluation evaluation;
        try {
            evaluation = truth(reading.during(variables -> program.trace(variables, conjuncts)));
        } catch (CelEvaluationException e) {
            evaluation = undecided(reading, e);
        }
        return new Explained(evaluation, log.of(evaluation));
    }

    /**
     * Evaluates it again and again, to find values for which it is true or false.
     *
     * @param wanted what it should be
     */
    public Trial trial(boolean wanted) {
        return new Trial(program, variables, new Statements(tree.getExpr()).wanted(), wanted);
    }

    private static Evaluation truth(Object result) {
        return Boolean.TRUE.equals(result) ? new Evaluation.True() : new Evaluation.False();
    }

    private Evaluation undecided(Reading reading, CelEvaluationException thrown) {
        List<Evaluation.Missing> unknowns = reading.unknowns();
        if (!unknowns.isEmpty()) {
            return new Evaluation.Unknown(unknowns);
        }
        String known = reading.failure();
        if (known != null) {
            return new Evaluation.Error(known);
        }
        return new Evaluation.Error(Failures.message(thrown, reading.again(), program));
    }

    @Override
    public String toString() {
        return source;
    }
}
