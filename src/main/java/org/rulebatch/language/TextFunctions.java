package org.rulebatch.language;

import static org.rulebatch.language.LanguageFunction.function;
import static org.rulebatch.language.LanguageFunction.method;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.rulebatch.language.function.Answer;
import org.rulebatch.language.function.Base64Text;
import org.rulebatch.language.function.Cidr;
import org.rulebatch.language.function.Json;
import org.rulebatch.language.function.Secrets;
import org.rulebatch.language.function.Version;
import org.rulebatch.language.value.Type;

/** What can be asked of texts: address ranges, versions, JSON, Base64, secrets. */
final class TextFunctions {

    private static final Type CIDR = Type.opaque("address range");
    private static final Type VERSION = Type.opaque("version");

    private TextFunctions() {}

    static List<LanguageFunction> all() {
        return List.of(
                function("json", Type.any(), in -> Answers.of(Json.parse(text(in))), Type.text()),
                function("base64", Type.text(), in -> Answers.of(Base64Text.decode(text(in))), Type.text()),
                function("secrets", Type.truth(), in -> Answers.of(Secrets.areIn(in.get(0))), Type.any()),
                function("cidr", CIDR, in -> range(text(in)), Type.text()),
                range("isPrivate", Type.truth(), Cidr::isPrivate),
                range("isBroad", Type.truth(), Cidr::isBroad),
                range("isIpv6", Type.truth(), Cidr::isIpv6),
                range("prefixLength", Type.integer(), cidr -> (long) cidr.prefixLength()),
                method("covers", Type.truth(), in -> cidr(in, 0).contains(cidr(in, 1)), CIDR, CIDR),
                method("overlaps", Type.truth(), in -> cidr(in, 0).overlaps(cidr(in, 1)), CIDR, CIDR),
                function("version", VERSION, in -> Answers.of(Version.of(text(in))), Type.text()),
                compared("isAtLeast", order -> order >= 0),
                compared("isAtMost", order -> order <= 0),
                compared("isNewerThan", order -> order > 0),
                compared("isOlderThan", order -> order < 0));
    }

    private static LanguageFunction range(String name, Type result, Function<Cidr, Object> question) {
        return method(name, result, in -> question.apply(cidr(in, 0)), CIDR);
    }

    /** {@code version(a).isAtLeast(version(b))}; what cannot be compared is not known. */
    private static LanguageFunction compared(String name, IntPredicate wanted) {
        return method(
                name,
                Type.truth(),
                in -> Answers.of(((Version) in.get(0))
                        .compare((Version) in.get(1))
                        .answer(order -> Answer.of(wanted.test(order)))),
                VERSION,
                VERSION);
    }

    private static Cidr range(String text) {
        return Cidr.parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + text + "' is not an address range such as 10.0.0.0/8 or 2001:db8::/32"));
    }

    private static Cidr cidr(List<Object> in, int at) {
        return (Cidr) in.get(at);
    }

    private static String text(List<Object> in) {
        return in.get(0).toString();
    }
}
