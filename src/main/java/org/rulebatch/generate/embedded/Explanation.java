package org.rulebatch.generate.embedded;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why the embedded generator decides a rule as it does.
 *
 * @param summary what was read, what of it is covered, and what the check was chosen from, in sentences
 * @param parts what the rule asks, in the order of its text; empty where there is no check that could answer it
 * @param clients the boto3 clients that the rule's service means, the main one first
 * @param options the best ones, best first
 */
@JsonPropertyOrder({"ruleId", "summary", "parts", "clients", "understood", "options", "decision"})
public record Explanation(
        String ruleId,
        List<String> summary,
        List<Asked> parts,
        List<String> clients,
        Understood understood,
        List<Scored> options,
        Decided decision) {

    public Explanation {
        summary = List.copyOf(summary);
        parts = List.copyOf(parts);
        clients = List.copyOf(clients);
        options = List.copyOf(options);
    }

    /**
     * A part of what the rule asks.
     *
     * @param kind {@code subject}, {@code measure}, …
     * @param place {@code title}, {@code description} or {@code id}
     * @param coveredBy the piece of the check that answers it; null where none does
     */
    @JsonPropertyOrder({"kind", "text", "place", "coveredBy"})
    public record Asked(String kind, String text, String place, @Nullable String coveredBy) {}

    /**
     * What the rule says, in stems.
     *
     * @param resource the resource that its id names
     * @param control what the id asks of it; {@code +} where it only asks that it is on
     * @param title what the title adds
     * @param prose what requirement and description add
     * @param negative whether the id says that something is not wanted
     * @param stated values by kind, {@code days}
     */
    @JsonPropertyOrder({"resource", "control", "title", "prose", "negative", "stated"})
    public record Understood(
            List<String> resource,
            List<String> control,
            List<String> title,
            List<String> prose,
            boolean negative,
            Map<String, List<Integer>> stated) {

        public Understood {
            resource = List.copyOf(resource);
            control = List.copyOf(control);
            title = List.copyOf(title);
            prose = List.copyOf(prose);
            stated = Collections.unmodifiableMap(new TreeMap<>(stated));
        }
    }

    /**
     * An option with its score.
     *
     * @param source {@code knowledge}, {@code retrieval}, or {@code gap} where it says that no read shows it
     * @param about the control family and the resource of what the knowledge base says; empty for others
     * @param what operation and path; the reason of a gap
     * @param parts what is not zero, the biggest first; they add up to the score
     */
    @JsonPropertyOrder({"source", "about", "what", "score", "parts"})
    public record Scored(String source, String about, String what, double score, List<Part> parts) {
        public Scored {
            parts = List.copyOf(parts);
        }
    }

    /** A feature's share of a score: {@code points} is {@code value} times {@code weight}. */
    @JsonPropertyOrder({"feature", "value", "weight", "points"})
    public record Part(String feature, double value, double weight, double points) {}

    /**
     * The decision.
     *
     * @param outcome {@code automated}, {@code proposed} or {@code manual_review}
     * @param sureness how sure it is that the first candidate is meant: {@code sure}, {@code likely}, {@code possible}, {@code guess}
     * @param confidence the number behind it, 0 to 1
     * @param check what a compliant resource shows, a line for each condition that must hold; empty for manual review
     * @param notes what the checks have to say
     */
    @JsonPropertyOrder({"outcome", "sureness", "confidence", "reason", "check", "notes"})
    public record Decided(
            String outcome, String sureness, double confidence, String reason, List<String> check, List<String> notes) {
        public Decided {
            check = List.copyOf(check);
            notes = List.copyOf(notes);
        }
    }
}
