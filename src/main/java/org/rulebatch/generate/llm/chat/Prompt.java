package org.rulebatch.generate.llm.chat;

import java.util.List;
import org.rulebatch.generate.Evidence;

/**
 * What a model is asked about one rule.
 *
 * @param system the same for all rules, so that a provider's prompt cache has it
 * @param user the rule and its candidates
 * @param choices the candidates; grows when the model looks something up
 * @param evidence what the candidates were made of
 * @param style how the model is asked
 */
public record Prompt(String system, String user, Choices choices, Evidence evidence, PromptStyle style) {

    /** Changes with every change of wording or schema that should not be answered from what was stored before. */
    public static final String VERSION = "1";

    /** What is sent first. */
    public ModelRequest firstRequest() {
        return new ModelRequest(system, List.of(new Turn.User(user)), schema(), style.lookups() == Lookups.CALLS, 1);
    }

    /** The JSON schema of the reply, with the candidates there are now. */
    public String schema() {
        return ReplySchema.of(choices.ids(), style.lookups());
    }
}
