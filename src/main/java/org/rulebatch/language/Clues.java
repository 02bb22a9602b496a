package org.rulebatch.language;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulebatch.language.value.Type;

/** Collects, statement by statement, what an expression reads, calls and compares with. */
final class Clues {

    private record Open(Set<String> places, Set<Object> literals, Set<String> functions) {

        Clue clue() {
            return new Clue(new ArrayList<>(places), new ArrayList<>(literals), new ArrayList<>(functions));
        }
    }

    private final Map<Long, Open> statements = new LinkedHashMap<>();
    private final Map<String, Type> types = new LinkedHashMap<>();

    void place(@Nullable CelExpr statement, String place, @Nullable Type type) {
        if (type != null) {
            types.putIfAbsent(place, type);
        }
        if (statement != null) {
            of(statement).places().add(place);
        }
    }

    void function(@Nullable CelExpr statement, String name) {
        if (statement != null) {
            of(statement).functions().add(name);
        }
    }

    void literal(@Nullable CelExpr statement, CelConstant constant) {
        if (statement == null) {
            return;
        }
        Set<Object> literals = of(statement).literals();
        switch (constant.getKind()) {
            case STRING_VALUE -> literals.add(constant.stringValue());
            case BOOLEAN_VALUE -> literals.add(constant.booleanValue());
            case INT64_VALUE -> literals.add(constant.int64Value());
            case DOUBLE_VALUE -> literals.add(constant.doubleValue());
            default -> {}
        }
    }

    private Open of(CelExpr statement) {
        return statements.computeIfAbsent(
                statement.id(), id -> new Open(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>()));
    }

    List<Clue> found() {
        return statements.values().stream().map(Open::clue).toList();
    }

    Map<String, Type> types() {
        return types;
    }
}
