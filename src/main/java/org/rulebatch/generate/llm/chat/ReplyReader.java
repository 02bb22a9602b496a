package org.rulebatch.generate.llm.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rulebatch.generate.Lead;
import org.rulebatch.requirement.Candidate;
import org.rulebatch.requirement.Cause;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Conditions;
import org.rulebatch.requirement.Conditions.Logic;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Finding;
import org.rulebatch.requirement.Requirement;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a reply's text against the candidates it may name. What is wrong with it is said so that the model can do better. */
public final class ReplyReader {

    /** Longer replies are not read. */
    static final int LONGEST = 64 * 1024;

    private static final int MOST_CONDITIONS = 12;
    private static final int LONGEST_RATIONALE = 400;
    private static final int CANDIDATES = 3;

    private final Prompt prompt;

    private ReplyReader(Prompt prompt) {
        this.prompt = prompt;
    }

    /** What the reply to a prompt says. */
    public static Reply read(String text, Prompt prompt) {
        List<Finding> findings = new ArrayList<>();
        Reply reply = new ReplyReader(prompt).read(text, findings);
        return findings.isEmpty() ? reply : new Reply.Unusable(findings);
    }

    private Reply read(String text, List<Finding> findings) {
        Optional<JsonNode> json = json(text, findings);
        if (json.isEmpty()) {
            return new Reply.Unusable(findings);
        }
        JsonNode ask = json.get().path("ask");
        if (ask.isObject()) {
            return new Reply.Asks(new Lookup(
                    "", ask.path("tool").asString(""), ask.path("text").asString("")));
        }
        return new Reply.Decided(decision(json.get(), findings));
    }

    private static Optional<JsonNode> json(String text, List<Finding> findings) {
        int start = text.indexOf('{');
        int end = text.lastIndexOf('}');
        if (text.length() > LONGEST) {
            findings.add(wrong("reply.too_long", "reply", "it is longer than " + LONGEST + " characters"));
        } else if (text.isBlank()) {
            findings.add(wrong("reply.empty", "reply", "it is empty"));
        } else if (start < 0 || end < start) {
            findings.add(wrong("reply.not_json", "reply", "it is no JSON object"));
        } else {
            try {
                return Optional.of(JsonMapper.shared().readTree(text.substring(start, end + 1)));
            } catch (JacksonException e) {
                findings.add(wrong("reply.not_json", "reply", "it is no JSON: " + e.getOriginalMessage()));
            }
        }
        return Optional.empty();
    }

    private Decision decision(JsonNode json, List<Finding> findings) {
        String rationale = cut(json.path("rationale").asString("").strip());
        double confidence = confidence(json.path("confidence"), findings);
        List<Candidate> candidates = candidates(prompt);
        if (!json.path("decidable").isBoolean()) {
            findings.add(wrong("reply.incomplete", "decidable", "decidable is neither true nor false"));
            return new Decision.ManualReview(Cause.MODEL_FAILED, "", 0, candidates);
        }
        if (!json.path("decidable").booleanValue()) {
            return new Decision.ManualReview(
                    Cause.MODEL_UNSURE,
                    "the model finds no read that decides it: " + rationale,
                    confidence,
                    candidates);
        }
        List<Condition> conditions = conditions(json.path("conditions"), findings);
        Optional<Expressions> whole = whole(json.path("conditions"), findings);
        Optional<Logic> logic = logic(json.path("logic").asString(""), conditions.size(), findings);
        if (!findings.isEmpty() || logic.isEmpty()) {
            return new Decision.ManualReview(Cause.MODEL_FAILED, "", 0, candidates);
        }
        List<Finding> notes = rationale.isEmpty()
                ? List.of()
                : List.of(Finding.note("model.rationale", conditions.get(0).path(), rationale));
        return new Decision.Automated(
                whole.<Requirement>map(check -> check).orElseGet(() -> new Conditions(conditions, logic.get())),
                confidence,
                candidates,
                notes);
    }

    /** The check that a chosen candidate is part of; it decides alone. */
    private Optional<Expressions> whole(JsonNode stated, List<Finding> findings) {
        List<Expressions> whole = new ArrayList<>();
        for (JsonNode each : stated) {
            prompt.choices()
                    .find(each.path("candidate").asString(""))
                    .map(choice -> choice.lead().whole())
                    .ifPresent(whole::add);
        }
        if (!whole.isEmpty() && stated.size() > 1) {
            findings.add(wrong(
                    "reply.whole",
                    "conditions",
                    "a candidate that is a whole check stands alone: give it as the only condition"));
        }
        return whole.stream().findFirst();
    }

    /** The best candidates, for a person. */
    public static List<Candidate> candidates(Prompt prompt) {
        return prompt.evidence().leads().stream()
                .limit(CANDIDATES)
                .map(Lead::candidate)
                .toList();
    }

    private List<Condition> conditions(JsonNode stated, List<Finding> findings) {
        if (!stated.isArray() || stated.isEmpty()) {
            findings.add(wrong("reply.incomplete", "conditions", "decidable is true, but there is no condition"));
            return List.of();
        }
        if (stated.size() > MOST_CONDITIONS) {
            findings.add(
                    wrong("reply.too_long", "conditions", "there are more than " + MOST_CONDITIONS + " conditions"));
            return List.of();
        }
        ConditionReader reader = new ConditionReader(prompt.choices(), findings);
        List<Condition> conditions = new ArrayList<>();
        for (JsonNode each : stated) {
            reader.read(each).ifPresent(conditions::add);
        }
        return conditions;
    }

    private static Optional<Logic> logic(String stated, int conditions, List<Finding> findings) {
        if (conditions == 1) {
            return Optional.of(Logic.SINGLE);
        }
        if (stated.equals("all") || stated.equals("any")) {
            return Optional.of(Logic.valueOf(stated.toUpperCase(Locale.ROOT)));
        }
        if (findings.isEmpty()) {
            String message =
                    "logic is '" + stated + "', but there are " + conditions + " conditions: all or any of them?";
            findings.add(wrong("reply.logic", "logic", message));
        }
        return Optional.empty();
    }

    private static double confidence(JsonNode stated, List<Finding> findings) {
        double confidence = stated.isNumber() ? stated.doubleValue() : -1;
        if (!(confidence >= 0 && confidence <= 1)) {
            findings.add(wrong("reply.confidence", "confidence", "confidence is no number from 0 to 1"));
            return 0;
        }
        return confidence;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_RATIONALE ? text : text.substring(0, LONGEST_RATIONALE) + "…";
    }

    static Finding wrong(String id, String place, String message) {
        return Finding.error(id, place, message, "");
    }
}
