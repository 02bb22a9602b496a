package org.rulebatch.knowledge;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.rulebatch.requirement.Call;

/** Tells which members name the elements of a read: those of the resources that it lists, or tells of. */
public final class Identifiers {

    private Identifiers() {}

    /**
     * The members as paths below an element, ARN first, then id, then name; none where the knowledge base that comes with
     * the program knows nothing of this read. A read that lists no resource, but tells of some, may lack some of them.
     *
     * @param client boto3 client
     * @param operation boto3 method
     * @param items path of the elements in the response, {@code Addresses[]}
     */
    public static List<String> of(String client, String operation, String items) {
        List<String> listed = members(
                client,
                resource -> isRead(resource.list(), client, operation)
                        && resource.items().equals(items));
        return listed.isEmpty()
                ? members(client, resource -> resource.facts().stream()
                        .anyMatch(fact -> isRead(fact.main().call(), client, operation)))
                : listed;
    }

    private static List<String> members(String client, Predicate<Resource> which) {
        return BundledResources.of(client).stream()
                .filter(which)
                .flatMap(resource -> Stream.of(resource.arnMember(), resource.idMember(), resource.nameMember()))
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
    }

    private static boolean isRead(Call call, String client, String operation) {
        return call.client().equals(client) && call.operation().equals(operation);
    }
}
