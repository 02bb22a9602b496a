package org.rulebatch.language.value;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelVariableResolver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one evaluation reads of what it was given, and what it met there. Belongs to one thread. */
public final class Reading {

    /** The evaluation that a thread is in; functions are handed values only, and what they do not know belongs to it. */
    private static final ThreadLocal<Reading> CURRENT = new ThreadLocal<>();

    private final Map<String, Type> types;
    private final Map<String, ?> values;
    private final @Nullable EvidenceLog log;
    private final Map<String, UnknownValue> unknowns = new LinkedHashMap<>();
    private @Nullable String failure;

    public Reading(Map<String, Type> types, Map<String, ?> values, @Nullable EvidenceLog log) {
        this.types = types;
        this.values = values;
        this.log = log;
    }

    /** The same values, read once more. */
    public Reading again() {
        return new Reading(types, values, null);
    }

    /** What evaluates while this is read. */
    public interface Work {
        Object evaluate(CelVariableResolver variables) throws CelEvaluationException;
    }

    /** Evaluates with these values. */
    public Object during(Work work) throws CelEvaluationException {
        CURRENT.set(this);
        try {
            return work.evaluate(name -> Optional.ofNullable(variable(name)));
        } finally {
            CURRENT.remove();
        }
    }

    /** What is read by this thread; nothing where an expression of constants is folded. */
    public static Reading current() {
        Reading current = CURRENT.get();
        return current == null ? none() : current;
    }

    /** A reading of nothing. */
    public static Reading none() {
        return new Reading(Map.of(), Map.of(), null);
    }

    /** The value of a variable; null if there is no such variable. */
    @Nullable
    Object variable(String name) {
        Type type = types.get(name);
        if (type == null) {
            return null;
        }
        Object value = values.get(name);
        if (value == null) {
            failed("The variable '" + name + "' was given no value.");
            throw new IllegalStateException(failure);
        }
        return type.read(value, new Place(this, null, name));
    }

    /** A value that was read; null for an absent one. */
    void found(Place place, @Nullable Object value) {
        if (log != null) {
            log.add(place.path(), value);
        }
    }

    /**
     * The value, asked for only to know whether it is there.
     *
     * @throws UnknownException if it is not known
     */
    @Nullable
    Object present(@Nullable Object value, Place owner, String step) {
        if (value instanceof UnknownValue unknown) {
            throw unknown(owner.at(step), unknown);
        }
        if (log != null) {
            log.add(owner.at(step).path(), value);
        }
        return value;
    }

    /** Notes that a value is not known. */
    public UnknownException unknown(Place place, UnknownValue value) {
        String path = place.path();
        unknowns.putIfAbsent(path, value);
        return new UnknownException(path);
    }

    /** Notes what went wrong, for people; the first time counts. */
    void failed(String message) {
        if (failure == null) {
            failure = message;
        }
    }

    @Nullable
    public String failure() {
        return failure;
    }

    public List<Evaluation.Missing> unknowns() {
        List<Evaluation.Missing> missing = new ArrayList<>();
        unknowns.forEach((path, value) -> missing.add(new Evaluation.Missing(path, value)));
        return missing;
    }
}
