package org.rulebatch.ruleyaml;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rulebatch.catalog.Nouns;

/**
 * A name that points at a resource, split in what it points at and how: {@code ClusterName} is {@code cluster} by
 * {@code name}, and {@code Name} of {@code get_crawler} is {@code crawler} by {@code name}.
 */
record ParameterName(String noun, String kind, boolean bare) {

    private static final Pattern KINDS = Pattern.compile("(.*?)(name|identifier|id|arn|url)?");
    private static final Set<String> GENERIC = Set.of("", "resource", "target");

    /** Of a member as it stands in an operation about {@code resource}. */
    static ParameterName of(String member, String resource) {
        Matcher matcher = KINDS.matcher(Nouns.plain(Nouns.singular(member)));
        if (!matcher.matches()) {
            throw new IllegalStateException(member);
        }
        String kind = matcher.group(2) == null ? "" : matcher.group(2).replace("identifier", "id");
        boolean bare = matcher.group(1).isEmpty();
        return new ParameterName(bare ? resource : matcher.group(1), kind, bare);
    }

    /**
     * How well a source's value fits this parameter: 0 not at all, 10 the same name.
     *
     * @param source the name of the value that is at hand
     */
    int fit(ParameterName source) {
        if (GENERIC.contains(noun)) {
            return 0;
        }
        if (noun.equals(source.noun)) {
            return kindFit(source.kind);
        }
        return bare && noun.startsWith(source.noun) && source.noun.length() > 3 && kind.equals(source.kind) ? 7 : 0;
    }

    private int kindFit(String source) {
        if (kind.equals(source)) {
            return 10;
        }
        if (source.isEmpty()) {
            return 8; // a list of plain strings: clusters[] are what a clusterName takes
        }
        if (kind.isEmpty()) {
            return source.equals("name") ? 8 : 7;
        }
        return kind.equals("id") && source.equals("arn") ? 4 : 0;
    }
}
