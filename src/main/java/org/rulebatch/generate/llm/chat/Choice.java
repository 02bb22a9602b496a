package org.rulebatch.generate.llm.chat;

import org.rulebatch.generate.Lead;

/**
 * A candidate as it is offered to a model.
 *
 * @param id what the reply names it by, {@code c1}
 * @param text the line it stands on in the prompt, without its id
 */
public record Choice(String id, Lead lead, String text) {

    @Override
    public String toString() {
        return id + " " + text;
    }
}
