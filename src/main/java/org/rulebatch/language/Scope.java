package org.rulebatch.language;

import static java.util.stream.Collectors.toMap;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rulebatch.language.value.ListOf;
import org.rulebatch.language.value.Origin;
import org.rulebatch.language.value.Structure;
import org.rulebatch.language.value.Type;
import org.rulebatch.language.value.Types;

/**
 * The variables that an expression sees, with their types. Immutable; made once, it serves every expression over the
 * same items.
 */
public final class Scope {

    /** The judged item, where there is one. */
    public static final String ITEM = "item";

    /** The parameters of the check. */
    public static final String PARAMS = "params";

    /** The account's number, text. */
    public static final String ACCOUNT = "account";

    /** The region's name, text. */
    public static final String REGION = "region";

    /** The time of the run, the same for all checks. */
    public static final String NOW = "now";

    private final Types types;
    private final Map<String, Type> variables;
    private final Checker checker;

    private Scope(Types types, Map<String, Type> variables) {
        this.types = types;
        this.variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        this.checker = new Checker(this);
    }

    /** The type of a variable; empty if there is none of that name. */
    public Optional<Type> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    /** The variables with their types, in the order in which they were declared. */
    Map<String, Type> variables() {
        return variables;
    }

    Types types() {
        return types;
    }

    Checker checker() {
        return checker;
    }

    /** Collects the variables. */
    public static final class Builder {

        private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9_]*");

        private final Types types;
        private final Map<String, Type> variables = new LinkedHashMap<>();
        private final Map<String, Type> params = new LinkedHashMap<>();

        Builder(Types types) {
            this.types = types;
            variables.put(ACCOUNT, Type.text());
            variables.put(REGION, Type.text());
            variables.put(NOW, Type.time());
        }

        /**
         * The judged item.
         *
         * @param keys emitted key to where it comes from
         * @throws IllegalArgumentException if the catalog has no such read, or its answer no such place
         */
        public Builder item(Map<String, Origin> keys) {
            variables.put(ITEM, structure(ITEM, keys));
            return this;
        }

        /** The judged item, with one key for each member of a read's answer. */
        public Builder answer(String client, String operation) {
            Structure answer = (Structure) types.of(Origin.answer(client, operation, ""));
            return item(answer.members().keySet().stream()
                    .collect(toMap(
                            member -> member,
                            member -> Origin.answer(client, operation, member),
                            (a, b) -> a,
                            LinkedHashMap::new)));
        }

        /**
         * A list of further items.
         *
         * @param name the variable, in lower case as in {@code flow_logs}
         * @throws IllegalArgumentException if the name cannot be one or is taken, or as in {@link #item}
         */
        public Builder list(String name, Map<String, Origin> keys) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "'" + name + "' cannot be a variable: write a lower-case letter, then letters, digits or _.");
            }
            if (variables.containsKey(name) || name.equals(PARAMS) || name.equals(ITEM)) {
                throw new IllegalArgumentException("'" + name + "' is the name of another variable.");
            }
            variables.put(name, Type.list(structure(name, keys)));
            return this;
        }

        /** A parameter of the check, {@code params.name}; it always has a value. */
        public Builder param(String name, Type type) {
            params.put(name, type);
            return this;
        }

        /** The scope, with what was collected so far. */
        public Scope build() {
            Map<String, Type> all = new LinkedHashMap<>(variables);
            Map<String, Type> given = Map.copyOf(params);
            all.put(PARAMS, new Structure("scope." + PARAMS, true, () -> given));
            return new Scope(types, all);
        }

        private Structure structure(String name, Map<String, Origin> keys) {
            Map<String, Type> members = new LinkedHashMap<>();
            keys.forEach((key, origin) -> members.put(key, types.of(origin)));
            return new Structure("scope." + name, false, () -> members);
        }
    }

    /** The structures that only this scope has, by name. */
    Map<String, Structure> own() {
        Map<String, Structure> own = new LinkedHashMap<>();
        for (Type type : variables.values()) {
            Type held = type instanceof ListOf list ? list.element() : type;
            if (held instanceof Structure structure && structure.name().startsWith("scope.")) {
                own.put(structure.name(), structure);
            }
        }
        return own;
    }
}
