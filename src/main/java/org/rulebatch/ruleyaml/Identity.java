package org.rulebatch.ruleyaml;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.rulebatch.catalog.Field;
import org.rulebatch.catalog.FieldType;
import org.rulebatch.catalog.Nouns;
import org.rulebatch.knowledge.Identifiers;

/** Finds the fields of an item that name the resource: its id, name and ARN. */
final class Identity {

    private static final Set<String> KINDS = Set.of("id", "name", "arn");

    /** A security group's {@code GroupId} names it, as the tail of what it is called. */
    private static final int SHORTEST_TAIL = 4;

    /** S3's API reference: only directory buckets have it, which this operation does not list. */
    private static final Set<String> NEVER_FILLED = Set.of("s3.list_buckets Buckets[].BucketArn");

    private Identity() {}

    /** Their paths from the response's root, in model order; none where the response is one item. */
    static List<String> paths(PlannedCall call) {
        String items = call.items();
        if (items.isEmpty()) {
            return List.of();
        }
        String element = elementNoun(items);
        String resource = Nouns.ofMethod(call.operation().method());
        List<Field> named = call.operation().fields().stream()
                .filter(field -> field.type() == FieldType.STRING)
                .filter(field -> field.path().equals(items) || isMember(items, field))
                .filter(field -> !NEVER_FILLED.contains(call.operation() + " " + field.path()))
                .filter(field -> names(field, element) || names(field, resource))
                .toList();
        boolean sure = named.stream().anyMatch(Identity::saysWhose);
        return Stream.concat(named.stream().map(Field::path), sure ? Stream.empty() : known(call))
                .distinct()
                .toList();
    }

    /** Whether the name tells what it names, or is an ARN; a plain {@code Name} may be that of something else. */
    private static boolean saysWhose(Field field) {
        ParameterName name = ParameterName.of(field.member(), "");
        return field.path().endsWith("[]") || !name.bare() || name.kind().equals("arn");
    }

    /** What the knowledge base says where no member has the element's own noun: {@code AllocationId} of an address. */
    private static Stream<String> known(PlannedCall call) {
        return Identifiers.of(call.operation().client(), call.operation().method(), call.items()).stream()
                .map(member -> call.items() + "." + member)
                .filter(path -> call.operation()
                        .field(path)
                        .filter(field -> field.type() == FieldType.STRING)
                        .isPresent());
    }

    private static boolean isMember(String items, Field field) {
        String path = field.path();
        return path.startsWith(items + ".")
                && path.indexOf('.', items.length() + 1) < 0
                && !path.endsWith("[]")
                && !path.endsWith("{}");
    }

    private static boolean names(Field field, String noun) {
        if (field.path().endsWith("[]")) {
            return true;
        }
        ParameterName name = ParameterName.of(field.member(), noun);
        boolean same =
                name.noun().equals(noun) || (name.noun().length() >= SHORTEST_TAIL && noun.endsWith(name.noun()));
        return same && KINDS.contains(name.kind());
    }

    private static String elementNoun(String items) {
        String list = items.substring(0, items.length() - 2);
        return Nouns.plain(Nouns.singular(list.substring(list.lastIndexOf('.') + 1)));
    }
}
