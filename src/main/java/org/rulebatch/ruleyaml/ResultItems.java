package org.rulebatch.ruleyaml;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rulebatch.catalog.Field;
import org.rulebatch.catalog.FieldType;
import org.rulebatch.catalog.Nouns;
import org.rulebatch.catalog.Operation;
import org.rulebatch.catalog.Paginator;

/** Finds the list of a response whose elements are the resources the operation is asked for. */
final class ResultItems {

    private ResultItems() {}

    /**
     * The path of the elements, {@code Buckets[]}.
     *
     * @return empty where the whole response describes one resource
     */
    static Optional<String> of(Operation operation) {
        return Stream.concat(paginated(operation), namedForMany(operation)).findFirst();
    }

    private static Stream<String> paginated(Operation operation) {
        List<String> keys = operation.paginator().map(Paginator::resultKeys).orElse(List.of());
        return keys.stream()
                .filter(key -> operation
                        .field(key)
                        .filter(field -> field.type() == FieldType.LIST)
                        .isPresent())
                .filter(key -> isAboutTheOperation(operation, keys))
                .map(key -> key + "[]");
    }

    /** The pages of {@code get_x} that collect details of one x are details, not resources. */
    private static boolean isAboutTheOperation(Operation operation, List<String> keys) {
        return namesMany(operation) || keys.size() == 1 && operation.required().isEmpty();
    }

    private static Stream<String> namedForMany(Operation operation) {
        if (!namesMany(operation)) {
            return Stream.empty();
        }
        List<Field> lists = operation.fields().stream()
                .filter(field -> field.type() == FieldType.LIST)
                .filter(field -> !field.path().contains("[]") && !field.path().contains("{}"))
                .toList();
        return lists.size() == 1
                ? Stream.of(lists.get(0).path() + "[]")
                : lists.stream()
                        .filter(field ->
                                Nouns.plain(Nouns.singular(field.member())).equals(noun(operation)))
                        .map(field -> field.path() + "[]");
    }

    private static boolean namesMany(Operation operation) {
        String method = operation.method();
        return method.startsWith("list_")
                || method.startsWith("batch_")
                || !Nouns.singular(method).equals(method);
    }

    private static String noun(Operation operation) {
        return Nouns.ofMethod(operation.method());
    }
}
