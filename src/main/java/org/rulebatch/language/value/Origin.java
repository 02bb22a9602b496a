package org.rulebatch.language.value;

/**
 * Where an emitted value comes from in the answer of a read.
 *
 * @param client boto3 client, {@code ec2}
 * @param operation the method or the API's name, {@code describe_vpcs}
 * @param itemsFor the list whose elements are emitted, {@code Vpcs} or {@code Reservations[].Instances}; empty where the
 *     answer is one item
 * @param path the value's path in the element or the answer, {@code Tags}, {@code SecurityGroups[].GroupId} (a list);
 *     empty for the whole of it
 */
public record Origin(String client, String operation, String itemsFor, String path) {

    /** A value of an answer that is one item. */
    public static Origin answer(String client, String operation, String path) {
        return new Origin(client, operation, "", path);
    }

    /** A value of each element of a list in the answer. */
    public static Origin element(String client, String operation, String itemsFor, String path) {
        return new Origin(client, operation, itemsFor, path);
    }
}
