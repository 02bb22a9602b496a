package org.rulebatch.generate.llm.chat;

import java.util.List;
import org.rulebatch.generate.Evidence;
import org.rulebatch.reading.RuleReading;
import org.rulebatch.requirement.Expressions;

/**
 * What a model is asked about one rule.
 *
 * @param system the same for all rules, so that a provider's prompt cache has it
 * @param user the rule, its parts, reads and checks nearby
 * @param offer the reads shown; grows when the model looks something up
 * @param nearby the checks shown
 * @param reading what the rule says
 * @param evidence what the reads and checks were found by
 * @param style how the model is asked
 */
public record Prompt(
        String system,
        String user,
        Offer offer,
        List<Expressions> nearby,
        RuleReading reading,
        Evidence evidence,
        PromptStyle style) {

    /** Changes with every change of wording or schema that should not be answered from what was stored before. */
    public static final String VERSION = "2";

    public Prompt {
        nearby = List.copyOf(nearby);
    }

    /** What is sent first. */
    public ModelRequest firstRequest() {
        return new ModelRequest(system, List.of(new Turn.User(user)), schema(), style.lookups() == Lookups.CALLS, 1);
    }

    /** The JSON schema of the reply, the same for all rules. */
    public String schema() {
        return ReplySchema.of(style.lookups());
    }
}
