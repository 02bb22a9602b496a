package org.rulebatch.ruleyaml;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.rulebatch.catalog.Field;
import org.rulebatch.catalog.FieldType;
import org.rulebatch.catalog.Nouns;
import org.rulebatch.catalog.Operation;
import org.rulebatch.catalog.Parameter;

/**
 * A value that a read emits and that a parameter of another read could take.
 *
 * @param items path of the elements it stands in; empty where the response is one item
 * @param name what the field's name points at
 * @param specific whether the name of the field's shape says what the value is
 */
record Source(Operation operation, String items, Field field, ParameterName name, boolean specific) {

    private static final int SAME_SHAPE = 9;
    private static final Set<FieldType> BINDABLE = Set.of(FieldType.STRING, FieldType.INTEGER, FieldType.LONG);
    private static final Pattern GENERIC_SHAPE =
            Pattern.compile("(string|name|id|arn|identifier|resource|non|not|empty|max|min|len|length|long|short|text"
                    + "|type|value|bounded|generic|member|uuid|with|of|to|s|path|integer|int|amazon|aws|[0-9_])*");

    /** The values in the items of a read, or in its whole response. */
    static List<Source> of(Operation operation) {
        String items = ResultItems.of(operation).orElse("");
        String about = Nouns.ofMethod(operation.method());
        return operation.fields().stream()
                .filter(field -> BINDABLE.contains(field.type()) && !isToken(operation, field))
                .filter(field -> inOneItem(items, field.path()))
                .map(field -> new Source(
                        operation, items, field, ParameterName.of(field.member(), about), isSpecific(field.shape())))
                .toList();
    }

    /**
     * How well the value fits a parameter: 0 not at all.
     *
     * @param wanted what the parameter's name points at
     */
    int fit(Parameter parameter, ParameterName wanted) {
        boolean sameShape =
                specific && parameter.enumValues().isEmpty() && field.shape().equals(shape(parameter));
        return sameShape ? SAME_SHAPE : wanted.fit(name);
    }

    private static String shape(Parameter parameter) {
        String element = parameter.elementShape();
        return element == null ? parameter.shape() : element;
    }

    private static boolean isSpecific(String shape) {
        return !GENERIC_SHAPE.matcher(Nouns.plain(shape)).matches();
    }

    private static boolean isToken(Operation operation, Field field) {
        return operation
                .paginator()
                .filter(paginator -> paginator.isToken(field))
                .isPresent();
    }

    private static boolean inOneItem(String items, String path) {
        if (!path.startsWith(items)) {
            return false;
        }
        String rest = path.substring(items.length());
        return !rest.contains("[]")
                && !rest.contains("{}")
                && rest.chars().filter(c -> c == '.').count() <= 2;
    }
}
