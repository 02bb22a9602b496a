package org.rulebatch.generate.llm.chat;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One call: everything that shapes the reply.
 *
 * @param schema the JSON schema of the reply
 * @param tools whether tools are offered
 * @param room how many times the usual cap on its length the reply may have
 */
public record ModelRequest(String system, List<Turn> turns, String schema, boolean tools, int room) {

    public ModelRequest {
        turns = List.copyOf(turns);
    }

    /** All text that is sent, for counting tokens. */
    public String text() {
        return system
                + turns.stream().map(Turn::toString).collect(Collectors.joining("\n"))
                + schema
                + (tools ? Tools.TEXT : "");
    }
}
