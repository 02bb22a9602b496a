package org.rulebatch.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.language.value.Evaluation;
import org.rulebatch.language.value.Type;

/** Ensures that functions of ours are declared and bound in one place, whatever they take and give. */
final class LanguageFunctionTest {

    private record Secret(String text) {}

    private static final Type SECRET = Type.opaque("secret");

    private static final Language LANGUAGE = language();

    private static Language language() {
        Type permission = LanguageFixture.LANGUAGE.shape("ec2", "IpPermission");
        return Language.of(
                Catalog.bundled(),
                List.of(
                        LanguageFunction.function("secret", SECRET, a -> new Secret((String) a.get(0)), Type.text()),
                        LanguageFunction.method(
                                "reveals", Type.truth(), LanguageFunctionTest::reveals, SECRET, Type.text()),
                        LanguageFunction.method(
                                "reaches", Type.truth(), LanguageFunctionTest::opens, permission, Type.integer()),
                        LanguageFunction.function(
                                        "home.is", Type.truth(), a -> a.get(0).equals(a.get(1)), Type.text())
                                .with(Scope.REGION, Type.text()),
                        LanguageFunction.function("parse", Type.any(), a -> Map.of("a", Map.of("b", 7)), Type.text()),
                        LanguageFunction.function("strict", Type.truth(), LanguageFunctionTest::fail, Type.text())));
    }

    private static Object reveals(List<Object> arguments) {
        return ((Secret) arguments.get(0)).text().contains((String) arguments.get(1));
    }

    private static Object opens(List<Object> arguments) {
        Map<?, ?> permission = (Map<?, ?>) arguments.get(0);
        return permission.get("FromPort") instanceof Integer port && port == (long) arguments.get(1);
    }

    private static Object fail(List<Object> arguments) {
        throw new IllegalArgumentException("'" + arguments.get(0) + "' is not what it should be.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "secret(item.GroupId).reveals('sg') => True",
                "secret(item.GroupId).reveals('x') => False",
                "item.IpPermissions.exists(p, p.reaches(22)) => True",
                "item.IpPermissions.exists(p, p.reaches(23)) => False",
                "item.IpPermissions.filter(p, p.reaches(22)).size() == 1 => True",
                "has(parse('').a.b) && parse('').a.b > 6 => True",
                "parse('').a.c == 7 => False",
                "has(parse('').a.c) => False",
                "has(item.Created) && age(item.Created) == 30.0 => True",
                "strict('x') => Error 'x' is not what it should be.",
                "!strict('x') => Error 'x' is not what it should be.",
                "strict('x') || true => True"
            })
    void functionIsCalled(String source, String expected) {
        Compilation compilation = LANGUAGE.compile(LanguageFixture.SCOPE, source);
        assertThat(compilation.problems()).isEmpty();

        Evaluation evaluation = compilation.expression().orElseThrow().evaluate(LanguageFixture.values(Map.of()));

        String given = evaluation instanceof Evaluation.Error error
                ? "Error " + error.message()
                : evaluation.getClass().getSimpleName();
        assertThat(given).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "secret(1).reveals('x') => 'secret' cannot be used with a whole number. => It is written secret(text).",
                "item.GroupId.reveals('x') => 'reveals' cannot be used with text and text. => It is written (a"
                        + " secret).reveals(text).",
                "secrt(item.GroupId).reveals('x') => There is no function 'secrt'. => Did you mean 'secret'?",
                "age(true) > 3 => 'age' cannot be used with true or false. => It is written age(a point in time) or"
                        + " age(text) or age(a whole number)."
            })
    void wrongCallIsExplained(String source, String message, String hint) {
        Problem problem =
                LANGUAGE.compile(LanguageFixture.SCOPE, source).problems().get(0);

        assertThat(problem.message()).isEqualTo(message);
        assertThat(problem.hint()).isEqualTo(hint);
    }
}
