package org.rulebatch.language;

import static org.rulebatch.language.LanguageFunction.function;
import static org.rulebatch.language.LanguageFunction.method;

import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.rulebatch.language.function.Answer;
import org.rulebatch.language.policy.Policy;
import org.rulebatch.language.value.Type;

/** {@code policy(x)} and what can be asked of it; what each answer means stands at {@link Policy}. */
final class PolicyFunctions {

    private static final Type POLICY = Type.opaque("policy");
    private static final Type TEXTS = Type.list(Type.text());

    private PolicyFunctions() {}

    static List<LanguageFunction> all() {
        return List.of(
                function("policy", POLICY, arguments -> Policy.of(arguments.get(0)), Type.any()),
                question("allowsAnyone", Policy::allowsAnyone),
                about("allowsAnyone", TEXTS, (policy, actions) -> policy.allowsAnyone(texts(actions))),
                outside("allowsOutside", Policy::allowsOutside),
                outside("allowsServicesOfOthers", Policy::allowsServicesOfOthers),
                method(
                        "allows",
                        Type.truth(),
                        arguments -> Answers.of(policy(arguments).allows(text(arguments, 1), text(arguments, 2))),
                        POLICY,
                        Type.text(),
                        Type.text()),
                about("allowsAny", TEXTS, (policy, actions) -> policy.allowsAny(texts(actions))),
                about("allowsEach", TEXTS, (policy, actions) -> policy.allowsEach(texts(actions))),
                about("allowsAllOf", Type.text(), (policy, service) -> policy.allowsAllOf(service.toString())),
                question("isAdministrator", Policy::isAdministrator),
                question("allowsPrivilegeEscalation", Policy::allowsPrivilegeEscalation),
                question("requiresTls", Policy::requiresTls),
                method(
                        "denies",
                        Type.truth(),
                        arguments -> Answers.of(policy(arguments).denies(text(arguments, 1), text(arguments, 2))),
                        POLICY,
                        Type.text(),
                        Type.text()),
                about("deniesOthers", Type.text(), (policy, action) -> policy.deniesOthers(action.toString())));
    }

    private interface Outside {
        Answer of(Policy policy, String account, Collection<String> trusted);
    }

    private static LanguageFunction question(String name, Function<Policy, Answer> question) {
        return method(name, Type.truth(), arguments -> Answers.of(question.apply(policy(arguments))), POLICY);
    }

    private static LanguageFunction about(String name, Type what, BiFunction<Policy, Object, Answer> question) {
        return method(
                name,
                Type.truth(),
                arguments -> Answers.of(question.apply(policy(arguments), arguments.get(1))),
                POLICY,
                what);
    }

    /** The own account is added by the language. */
    private static LanguageFunction outside(String name, Outside question) {
        return method(
                        name,
                        Type.truth(),
                        arguments ->
                                Answers.of(question.of(policy(arguments), text(arguments, 2), texts(arguments.get(1)))),
                        POLICY,
                        TEXTS)
                .with(Scope.ACCOUNT, Type.text());
    }

    private static Policy policy(List<Object> arguments) {
        return (Policy) arguments.get(0);
    }

    private static String text(List<Object> arguments, int at) {
        return arguments.get(at).toString();
    }

    private static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(Object::toString).toList();
    }
}
