package org.rulebatch.knowledge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Field;
import org.rulebatch.catalog.Operation;
import org.rulebatch.requirement.Call;

/**
 * What the knowledge base does not speak of. A field is uncovered if a read of the knowledge base returns it, its name looks
 * like security and does not only sound like it, and no fact of that client looks at a field of that name or at the list or
 * structure it stands in.
 */
public final class Coverage {

    private static final Pattern SECURITY = Pattern.compile(
            "encrypt|crypt|kms|public|log(?!ical)|tls|ssl|mfa|backup|retention|rotat|policy|auth|protect|secur|private|vpc"
                    + "|subnet|version|password|secret|immutab|lock|multiaz|replica|snapshot|monitor|insight|credential|iam"
                    + "|role|expir|certificate|cors|waf|shield|quarantine|scan|patch|endpoint|access|acl|deletion|terminat"
                    + "|audit|trac|deadletter|redrive|timeout|concurren|throttl|quota",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PAGING = Pattern.compile("(Token|Marker)$");

    private final Catalog catalog;
    private final Map<String, Set<String>> used = new HashMap<>();
    private final Map<String, Set<String>> leaves = new HashMap<>();
    private final Lookalikes lookalikes = Lookalikes.bundled();

    public Coverage(Catalog catalog, Knowledge knowledge) {
        this.catalog = catalog;
        for (String client : catalog.clients()) {
            for (Resource resource : knowledge.resources(client)) {
                use(resource.list());
                resource.facts().stream()
                        .flatMap(fact -> Stream.concat(fact.readings(), fact.with().stream()))
                        .forEach(this::cover);
            }
        }
    }

    /** The uncovered fields of a client by the read that returns them, in model order. */
    public List<Uncovered> fields(String client) {
        return reads(client)
                .filter(read -> used(client).contains(read.method()))
                .flatMap(read -> read.fields().stream()
                        .filter(field -> isUnseen(client, field) && !onlySounds(read, field))
                        .map(field -> new Uncovered(read, field)))
                .toList();
    }

    /** How many fields of a client no fact looks at that only sound like security. */
    public long lookalikes(String client) {
        return reads(client)
                .filter(read -> used(client).contains(read.method()))
                .flatMap(read ->
                        read.fields().stream().filter(field -> isUnseen(client, field) && onlySounds(read, field)))
                .count();
    }

    /** The reads of a client that nothing in the knowledge base uses, by method. */
    public List<String> unusedReads(String client) {
        return reads(client)
                .map(Operation::method)
                .filter(method -> !used(client).contains(method))
                .toList();
    }

    /** A field that no fact looks at. */
    public record Uncovered(Operation read, Field field) {}

    private Stream<Operation> reads(String client) {
        return catalog.service(client).stream().flatMap(service -> service.reads().stream());
    }

    private boolean isUnseen(String client, Field field) {
        String leaf = leaf(field.path());
        Set<String> seen = leaves.getOrDefault(client, Set.of());
        return field.type().isScalar()
                && SECURITY.matcher(leaf).find()
                && !PAGING.matcher(leaf).find()
                && !seen.contains(leaf)
                && !seen.contains(leaf(parent(field.path())));
    }

    private boolean onlySounds(Operation read, Field field) {
        return lookalikes.has(read.toString(), field.path(), leaf(field.path()));
    }

    private void cover(Reading reading) {
        use(reading.call());
        Set<String> known = leaves.computeIfAbsent(reading.call().client(), client -> new HashSet<>());
        known.add(leaf(reading.path()));
        reading.complies().where().forEach(filter -> known.add(leaf(filter.path())));
    }

    private void use(Call call) {
        used.computeIfAbsent(call.client(), client -> new TreeSet<>()).add(call.operation());
    }

    private Set<String> used(String client) {
        return used.getOrDefault(client, Set.of());
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('.')));
    }

    private static String leaf(String path) {
        String plain = path.replace("[]", "").replace("{}", "");
        return plain.substring(plain.lastIndexOf('.') + 1);
    }
}
