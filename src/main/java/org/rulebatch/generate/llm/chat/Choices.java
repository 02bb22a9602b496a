package org.rulebatch.generate.llm.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rulebatch.generate.Lead;
import org.rulebatch.requirement.Condition;

/**
 * All candidates that the model has been offered for one rule. Their ids count from {@code c1}, so that the reply's schema is the
 * same for nearly all rules: providers put it before the prompt, and a prompt that begins alike is cheaper. Not thread-safe.
 */
public final class Choices {

    /** Keeps prompts, and the enum of a schema, within bounds however much is asked for. */
    private static final int MOST = 60;

    private final ChoiceText text;
    private final Map<String, Choice> byId = new LinkedHashMap<>();

    Choices(ChoiceText text) {
        this.text = text;
    }

    /** Offers leads, and the conditions that go with them; those already there keep their ids. Returns the new ones. */
    List<Choice> add(List<Lead> leads) {
        List<Choice> added = new ArrayList<>();
        for (Lead lead : leads) {
            List<String> with = new ArrayList<>();
            for (Condition other : lead.with()) {
                if (!samePlace(other, lead.condition())) {
                    with.add(offer(Lead.of(other, List.of(), "", lead.score()), "", added));
                }
            }
            offer(lead, with.isEmpty() ? "" : " together with " + String.join(" and ", with), added);
        }
        return added;
    }

    public Optional<Choice> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    public List<Choice> all() {
        return List.copyOf(byId.values());
    }

    private String offer(Lead lead, String with, List<Choice> added) {
        Optional<Choice> known = byId.values().stream()
                .filter(choice -> choice.lead().condition().equals(lead.condition()))
                .findFirst();
        if (known.isPresent() || byId.size() == MOST) {
            return known.map(Choice::id).orElse("");
        }
        String id = "c" + (byId.size() + 1);
        Choice choice = new Choice(id, lead, text.of(lead) + with);
        byId.put(id, choice);
        added.add(choice);
        return id;
    }

    private static boolean samePlace(Condition left, Condition right) {
        return left.call().equals(right.call()) && left.path().equals(right.path());
    }

    /** Choices as lines of a prompt. */
    static String lines(List<Choice> choices) {
        return choices.stream().map(Choice::toString).collect(Collectors.joining("\n"));
    }
}
