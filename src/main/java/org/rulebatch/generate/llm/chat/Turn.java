package org.rulebatch.generate.llm.chat;

import java.util.List;

/** One message after the system prompt. */
public sealed interface Turn {

    /** What the program says. */
    record User(String text) implements Turn {}

    /** What the model has said. */
    record Assistant(String text, List<Lookup> calls) implements Turn {
        public Assistant {
            calls = List.copyOf(calls);
        }
    }

    /** What a tool call came to. */
    record Result(Lookup call, String text) implements Turn {}
}
