package org.rulebatch.describe;

import java.util.List;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.knowledge.Coverage;
import org.rulebatch.knowledge.Knowledge;

/** Says which fields that look like security the knowledge base does not speak of. */
public final class UncoveredText {

    private final Catalog catalog;
    private final Knowledge knowledge;
    private final Coverage coverage;

    public UncoveredText(Catalog catalog, Knowledge knowledge) {
        this.catalog = catalog;
        this.knowledge = knowledge;
        this.coverage = new Coverage(catalog, knowledge);
    }

    /** How many fields of each client of the knowledge base are uncovered. */
    public String all() {
        Page page = new Page();
        int sum = 0;
        long sounds = 0;
        for (String client : catalog.clients()) {
            if (!knowledge.resources(client).isEmpty()) {
                int fields = coverage.fields(client).size();
                sum += fields;
                sounds += coverage.lookalikes(client);
                page.line(0, String.format("%-28s %5d", client, fields).replace(' ', '\u00a0'));
            }
        }
        return page.line(0, "together " + sum + ", and " + sounds + " that only sound like security (lookalikes.yaml)")
                .toString()
                .replace('\u00a0', ' ');
    }

    /**
     * The uncovered fields of a client, and the reads that no fact uses.
     *
     * @throws UnknownNameException if there is no such client
     */
    public String of(String client) {
        if (!catalog.clients().contains(client)) {
            throw new UnknownNameException("client", client, catalog.clients());
        }
        List<Coverage.Uncovered> fields = coverage.fields(client);
        Page page = new Page().line(0, client + ": " + fields.size() + " fields that no fact looks at");
        String read = "";
        for (Coverage.Uncovered each : fields) {
            if (!each.read().method().equals(read)) {
                read = each.read().method();
                page.gap().line(0, read);
            }
            page.line(2, each.field().path());
        }
        return page.gap()
                .line(0, "reads that no fact uses")
                .line(2, String.join(", ", coverage.unusedReads(client)))
                .toString();
    }
}
