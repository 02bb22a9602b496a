package org.rulebatch.language;

import java.util.ArrayList;
import java.util.List;
import org.rulebatch.language.value.Type;
import org.rulebatch.language.value.UnknownValue;

/**
 * A function of ours: how it is called and what it does. Functions of one name differ in their parameters.
 *
 * @param name {@code age}, or with its group as in {@code cidr.contains}
 * @param method whether it is called on its first parameter, {@code item.Policy.allowsAnyone()}
 * @param parameters types of what the body gets
 * @param implied variables that the language adds as last arguments, so that nobody has to write them: {@code now}
 * @param result type of what it gives
 * @param body what it does
 */
public record LanguageFunction(
        String name, boolean method, List<Type> parameters, List<String> implied, Type result, Body body) {

    /** What a function does. */
    @FunctionalInterface
    public interface Body {

        /**
         * Applies the function.
         *
         * @param arguments as the answer has them: text, Long, Double, Boolean, Instant, Duration, List, Map or what a
         *     function gave; absent text is empty text, an absent list or structure is empty
         * @return never null; an {@link UnknownValue} where it cannot be known
         * @throws IllegalArgumentException if it cannot be applied to these, with a message for people
         */
        Object apply(List<Object> arguments);
    }

    public LanguageFunction {
        parameters = List.copyOf(parameters);
        implied = List.copyOf(implied);
    }

    /** A function, {@code name(a, b)}. */
    public static LanguageFunction function(String name, Type result, Body body, Type... parameters) {
        return new LanguageFunction(name, false, List.of(parameters), List.of(), result, body);
    }

    /** A function that is called on its first parameter, {@code a.name(b)}. */
    public static LanguageFunction method(String name, Type result, Body body, Type... parameters) {
        return new LanguageFunction(name, true, List.of(parameters), List.of(), result, body);
    }

    /** The same function with one more, last argument that the language adds: the value of a variable. */
    public LanguageFunction with(String variable, Type type) {
        List<Type> longer = new ArrayList<>(parameters);
        longer.add(type);
        List<String> added = new ArrayList<>(implied);
        added.add(variable);
        return new LanguageFunction(name, method, longer, added, result, body);
    }

    /** How many arguments a caller writes between the parentheses. */
    int written() {
        return parameters.size() - implied.size() - (method ? 1 : 0);
    }

    /** How it is called, for messages. */
    String usage() {
        List<String> shown = parameters.subList(0, parameters.size() - implied.size()).stream()
                .map(Type::plain)
                .toList();
        return method
                ? "(" + shown.get(0) + ")." + name + "(" + String.join(", ", shown.subList(1, shown.size())) + ")"
                : name + "(" + String.join(", ", shown) + ")";
    }
}
