package org.rulebatch.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Fields whose names only sound like security, and why; from {@code lookalikes.yaml}. */
final class Lookalikes {

    private static final Pattern ANY = Pattern.compile("");

    private final List<Kind> kinds;

    private Lookalikes(List<Kind> kinds) {
        this.kinds = kinds;
    }

    /** The kinds that come with the program. */
    static Lookalikes bundled() {
        List<Kind> kinds = new ArrayList<>();
        KnowledgeFiles.bundled("lookalikes.yaml")
                .root()
                .path("lookalikes")
                .forEach(kind -> kinds.add(new Kind(
                        pattern(kind.path("members").asString()),
                        kind.has("places") ? pattern(kind.path("places").asString()) : ANY)));
        return new Lookalikes(List.copyOf(kinds));
    }

    /**
     * Whether a field only sounds like security.
     *
     * @param read {@code client.operation}
     * @param path of the field
     * @param member the path's last member, plain
     */
    boolean has(String read, String path, String member) {
        String place = read + " " + path;
        return kinds.stream()
                .anyMatch(kind -> kind.members().matcher(member).find()
                        && kind.places().matcher(place).find());
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    private record Kind(Pattern members, Pattern places) {}
}
