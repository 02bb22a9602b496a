package org.rulebatch.knowledge;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulebatch.requirement.Call;

/**
 * A resource that a security engineer talks about.
 *
 * @param client the boto3 client whose file it stands in
 * @param id singular noun, unique in the client
 * @param names other everyday names
 * @param list the read that yields all of them
 * @param items path of the elements in its response; empty where there is one for each account
 * @param idMember the element's member that identifies it, or null
 * @param arnMember the element's member that holds its ARN, or null
 * @param nameMember the element's member that holds the name people gave it, or null
 * @param note what to know about the list, or empty
 */
public record Resource(
        String client,
        String id,
        List<String> names,
        Call list,
        String items,
        @Nullable String idMember,
        @Nullable String arnMember,
        @Nullable String nameMember,
        String note,
        List<Fact> facts,
        List<NotExposed> notExposed) {

    /** A family that people ask about and that no read API can say for the resource. */
    public record NotExposed(String family, String reason, List<String> words) {
        public NotExposed {
            words = List.copyOf(words);
        }
    }

    public Resource {
        names = List.copyOf(names);
        facts = List.copyOf(facts);
        notExposed = List.copyOf(notExposed);
    }

    /** Paths of the members that identify an element, from the root of the list's response. */
    public List<String> members() {
        String prefix = items.isEmpty() ? "" : items + ".";
        return Stream.of(idMember, arnMember, nameMember)
                .flatMap(Stream::ofNullable)
                .map(member -> prefix + member)
                .toList();
    }

    @Override
    public String toString() {
        return client + "." + id;
    }
}
