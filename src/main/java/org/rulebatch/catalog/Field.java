package org.rulebatch.catalog;

import java.util.List;

/**
 * One place in the response of an operation.
 *
 * @param path counted from the response's root: {@code Buckets} is the list, {@code Buckets[].Name} a member of its
 *     elements, {@code Names[]} an element that is no structure, {@code Tags{}} the value of a map
 * @param type the type of the value at the path
 * @param shape the model's name of the value's shape, such as {@code BucketName}
 * @param member the member the path ends in, without {@code []} and {@code {}}
 * @param enumValues the values the model knows, empty where it lists none
 * @param deprecated true if the member, its shape or anything above it is marked so
 */
public record Field(
        String path, FieldType type, String shape, String member, List<String> enumValues, boolean deprecated) {

    public Field {
        enumValues = List.copyOf(enumValues);
    }
}
