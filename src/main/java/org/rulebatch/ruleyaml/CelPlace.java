package org.rulebatch.ruleyaml;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rulebatch.language.value.Form;
import org.rulebatch.language.value.Type;

/**
 * A value that a condition looks at.
 *
 * @param text how it is written: {@code item.Attributes["a-b"]}
 * @param type null where no model declares it, which the language then says
 * @param presence what asks whether it is there; empty where it cannot be absent
 */
record CelPlace(String text, @Nullable Type type, String presence) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** A variable of the language, which is there. */
    static CelPlace variable(String name, @Nullable Type type) {
        return new CelPlace(name, type, "");
    }

    CelPlace member(String name) {
        if (NAME.matcher(name).matches()) {
            return asked(text + "." + name, name);
        }
        // An emitted key may be called as AWS calls the key of a map.
        if (form() == Form.STRUCTURE) {
            return asked(text + ".`" + name + "`", name);
        }
        String key = CelLiteral.text(name);
        return new CelPlace(text + "[" + key + "]", typeOf(name), key + " in " + text);
    }

    private CelPlace asked(String member, String name) {
        return new CelPlace(member, typeOf(name), "has(" + member + ")");
    }

    private @Nullable Type typeOf(String name) {
        return switch (form()) {
            case STRUCTURE -> members().get(name);
            case MAP -> part();
            case ANY -> type;
            default -> null;
        };
    }

    /** What a variable that goes through its elements stands for; a map is gone through by its keys. */
    CelPlace element(String variable) {
        return isMap()
                ? new CelPlace(text + "[" + variable + "]", part(), variable + " in " + text)
                : variable(variable, part());
    }

    boolean isMap() {
        return form() == Form.MAP;
    }

    Form form() {
        return type == null ? Form.ANY : type.form();
    }

    Map<String, Type> members() {
        return type == null ? Map.of() : type.members();
    }

    /** The type of its elements or values. */
    @Nullable
    Type part() {
        if (type == null || form() == Form.ANY) {
            return type;
        }
        Optional<Type> part = type.part();
        return part.orElse(null);
    }

    /** Whether it is there. */
    CelText isThere() {
        if (presence.isEmpty()) {
            return CelText.TRUE;
        }
        return presence.startsWith("has(") ? CelText.truth(presence) : CelText.comparison(presence);
    }
}
