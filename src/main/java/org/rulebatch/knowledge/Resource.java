package org.rulebatch.knowledge;

import java.util.List;
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
 */
public record Resource(
        String client,
        String id,
        List<String> names,
        Call list,
        String items,
        @Nullable String idMember,
        @Nullable String arnMember,
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

    @Override
    public String toString() {
        return client + "." + id;
    }
}
