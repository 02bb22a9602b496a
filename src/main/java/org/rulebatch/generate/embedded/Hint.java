package org.rulebatch.generate.embedded;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rulebatch.requirement.Operator;

/**
 * What something else than the program says about a rule: it names fields, but no operation.
 *
 * @param fields the most important first; empty where it says that no field decides the rule
 */
public record Hint(List<Named> fields) {

    private static final Pattern SEPARATORS = Pattern.compile("[.\\[\\]{}]+");

    /**
     * A field by its name, and what it should show.
     *
     * @param name of the last member, or a path that ends in it
     */
    public record Named(String name, Operator operator, @Nullable Object value) {}

    public Hint {
        fields = List.copyOf(fields);
    }

    /** Whether one of the fields is the path's end or stands on the way to it. */
    public boolean names(String path) {
        for (String member : SEPARATORS.split(path)) {
            for (Named field : fields) {
                if (same(member, field)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What the field at the end of the path should show; empty if none of the fields is that one. */
    Optional<Named> at(String path) {
        String[] members = SEPARATORS.split(path);
        return fields.stream()
                .filter(field -> same(members[members.length - 1], field))
                .findFirst();
    }

    private static boolean same(String member, Named field) {
        String[] named = SEPARATORS.split(field.name());
        return !member.isEmpty() && named.length > 0 && plain(member).equals(plain(named[named.length - 1]));
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
