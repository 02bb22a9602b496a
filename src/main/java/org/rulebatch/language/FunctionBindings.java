package org.rulebatch.language;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import dev.cel.parser.CelMacro;
import dev.cel.runtime.CelFunctionBinding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rulebatch.language.value.Place;
import org.rulebatch.language.value.Plain;
import org.rulebatch.language.value.Reading;
import org.rulebatch.language.value.Type;
import org.rulebatch.language.value.UnknownValue;

/** Tells parser, type checker and evaluator of our functions. */
final class FunctionBindings {

    /** Nobody can write a name that starts so; it marks functions whose last arguments the language adds. */
    static final String HIDDEN = "@";

    private final List<LanguageFunction> functions;

    FunctionBindings(List<LanguageFunction> functions) {
        this.functions = List.copyOf(functions);
    }

    List<LanguageFunction> functions() {
        return functions;
    }

    /** The functions of that name, as an expression's tree has it. */
    List<LanguageFunction> named(String name) {
        return functions.stream()
                .filter(function -> internalName(function).equals(name))
                .toList();
    }

    /** What parses {@code age(t)} as the call that has {@code now} as well. */
    List<CelMacro> macros() {
        Map<String, CelMacro> macros = new LinkedHashMap<>();
        for (LanguageFunction function : functions) {
            if (!function.implied().isEmpty()) {
                macros.putIfAbsent(function.name() + function.method() + function.written(), macro(function));
            }
        }
        return List.copyOf(macros.values());
    }

    @SuppressWarnings("Immutable") // a function is a record of immutable parts and a body without state
    private static CelMacro macro(LanguageFunction function) {
        String internal = internalName(function);
        if (function.method()) {
            return CelMacro.newReceiverMacro(function.name(), function.written(), (factory, target, arguments) -> {
                List<CelExpr> all = new ArrayList<>(arguments);
                function.implied().forEach(variable -> all.add(factory.newIdentifier(variable)));
                return Optional.of(factory.newReceiverCall(internal, target, all));
            });
        }
        return CelMacro.newGlobalMacro(function.name(), function.written(), (factory, target, arguments) -> {
            List<CelExpr> all = new ArrayList<>(arguments);
            function.implied().forEach(variable -> all.add(factory.newIdentifier(variable)));
            return Optional.of(factory.newGlobalCall(internal, all));
        });
    }

    List<CelFunctionDecl> declarations() {
        List<CelFunctionDecl> declarations = new ArrayList<>();
        byName().forEach((name, overloads) -> declarations.add(CelFunctionDecl.newFunctionDeclaration(
                name, overloads.stream().map(FunctionBindings::declaration).toList())));
        return declarations;
    }

    private static CelOverloadDecl declaration(LanguageFunction function) {
        var parameters = function.parameters().stream().map(Type::cel).collect(ImmutableList.toImmutableList());
        return function.method()
                ? CelOverloadDecl.newMemberOverload(
                        overload(function), function.result().cel(), parameters)
                : CelOverloadDecl.newGlobalOverload(
                        overload(function), function.result().cel(), parameters);
    }

    List<CelFunctionBinding> bindings() {
        List<CelFunctionBinding> bindings = new ArrayList<>();
        byName().forEach((name, overloads) -> bindings.addAll(CelFunctionBinding.fromOverloads(
                name, overloads.stream().map(FunctionBindings::binding).toList())));
        return bindings;
    }

    @SuppressWarnings("Immutable") // a body has no state, by its contract
    private static CelFunctionBinding binding(LanguageFunction function) {
        ImmutableList<Class<?>> classes =
                function.parameters().stream().map(FunctionBindings::classOf).collect(ImmutableList.toImmutableList());
        return CelFunctionBinding.from(overload(function), classes, arguments -> {
            List<Object> plain = new ArrayList<>();
            for (Object argument : arguments) {
                plain.add(Plain.of(argument));
            }
            return result(function, function.body().apply(plain));
        });
    }

    /** What is not known belongs to the evaluation; what is known has been read of nothing. */
    private static Object result(LanguageFunction function, Object given) {
        String name = function.name() + "(…)";
        if (given instanceof UnknownValue unknown) {
            Reading reading = Reading.current();
            throw reading.unknown(new Place(reading, null, name), unknown);
        }
        return function.result().read(given, new Place(Reading.none(), null, name));
    }

    private static Class<?> classOf(Type type) {
        CelKind kind = type.cel().kind();
        return switch (kind) {
            case STRING -> String.class;
            case INT -> Long.class;
            case DOUBLE -> Double.class;
            case BOOL -> Boolean.class;
            case TIMESTAMP -> Instant.class;
            case DURATION -> Duration.class;
            case LIST -> List.class;
            case MAP -> Map.class;
            default -> Object.class;
        };
    }

    private Map<String, List<LanguageFunction>> byName() {
        return functions.stream().collect(groupingBy(FunctionBindings::internalName, LinkedHashMap::new, toList()));
    }

    private static String internalName(LanguageFunction function) {
        return function.implied().isEmpty() ? function.name() : HIDDEN + function.name();
    }

    /** The name as people write it. */
    static String writtenName(String internal) {
        return internal.startsWith(HIDDEN) ? internal.substring(HIDDEN.length()) : internal;
    }

    private static String overload(LanguageFunction function) {
        return function.name()
                + (function.method() ? "_of_" : "_")
                + function.parameters().stream().map(type -> type.cel().name()).collect(joining("_"));
    }
}
