package org.rulebatch.generate.llm.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Nearest;
import org.rulebatch.generate.Lead;
import org.rulebatch.requirement.Call;
import org.rulebatch.requirement.Candidate;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Finding;
import org.rulebatch.requirement.Read;
import org.rulebatch.requirement.Requirement;
import org.rulebatch.requirement.Subject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a reply's text. What is wrong with it is said so that the model can do better. */
public final class ReplyReader {

    /** Longer replies are not read. */
    static final int LONGEST = 64 * 1024;

    private static final int LONGEST_TEXT = 500;
    private static final int MOST_PARTS = 40;
    private static final int MOST_LISTS = 6;
    private static final int CANDIDATES = 3;

    private final Offer offer;
    private final List<Finding> findings = new ArrayList<>();

    private ReplyReader(Offer offer) {
        this.offer = offer;
    }

    /** What the reply to a prompt says. */
    public static Reply read(String text, Prompt prompt) {
        ReplyReader reader = new ReplyReader(prompt.offer());
        Reply reply = reader.read(text);
        return reader.findings.isEmpty() ? reply : new Reply.Unusable(reader.findings);
    }

    /** The best candidates, for a person. */
    public static List<Candidate> candidates(Prompt prompt) {
        return prompt.evidence().leads().stream()
                .limit(CANDIDATES)
                .map(Lead::candidate)
                .toList();
    }

    private Reply read(String text) {
        Optional<JsonNode> json = text.length() > LONGEST ? Optional.empty() : JsonText.object(text);
        if (json.isEmpty()) {
            wrong(
                    text.isBlank() ? "reply.empty" : "reply.not_json",
                    "reply",
                    text.isBlank()
                            ? "it is empty"
                            : text.length() > LONGEST
                                    ? "it is longer than " + LONGEST + " characters"
                                    : "it has no JSON object");
            return new Reply.Unusable(findings);
        }
        JsonNode ask = json.get().path("ask");
        if (ask.isObject()) {
            return new Reply.Asks(new Lookup(
                    "", ask.path("tool").asString(""), ask.path("text").asString("")));
        }
        return decided(json.get());
    }

    private Reply decided(JsonNode json) {
        String reason = text(json.path("reason"));
        double confidence = confidence(json.path("confidence"));
        Written.Outcome outcome = value(Written.Outcome.class, json.path("outcome"), "outcome");
        if (outcome == null) {
            return new Reply.Unusable(findings);
        }
        if (outcome == Written.Outcome.UNDECIDABLE) {
            return new Reply.Undecided(Undecidable.cause(json.path("cause").asString("")), reason, confidence);
        }
        String complies = json.path("complies").asString("").strip();
        if (complies.isEmpty()) {
            wrong("reply.incomplete", "complies", "outcome is " + word(outcome) + ", and complies is empty");
        }
        String reservation = text(json.path("reservation"));
        if (outcome == Written.Outcome.PROPOSAL && reservation.isEmpty()) {
            wrong("reply.incomplete", "reservation", "a proposal says in reservation what a person has to decide");
        }
        List<Written.Piece> parts = parts(json.path("parts"));
        return new Reply.Check(new Written(
                check(json, complies), outcome, parts, reservation, text(json.path("basis")), reason, confidence));
    }

    private Expressions check(JsonNode json, String complies) {
        Map<String, Subject.Items> with = new LinkedHashMap<>();
        for (JsonNode each : json.path("with")) {
            items(each.path("reads"), "with")
                    .ifPresent(items -> with.put(each.path("name").asString(""), items));
        }
        if (with.size() > MOST_LISTS) {
            wrong("reply.too_long", "with", "there are more than " + MOST_LISTS + " lists");
        }
        Map<String, Object> parameters = new LinkedHashMap<>();
        json.path("parameters")
                .forEach(each -> parameters.put(each.path("name").asString(""), plain(each.path("value"))));
        Subject subject = subject(json.path("for_each"));
        String where = json.path("where").asString("").strip();
        return new Expressions(
                place(subject, with), subject, where.isEmpty() ? null : where, with, parameters, complies, List.of());
    }

    private Subject subject(JsonNode stated) {
        if (stated.size() == 1) {
            String only = stated.get(0).asString("");
            for (Subject.Place place : Subject.Place.values()) {
                if (only.equals(place.wireName())) {
                    return place;
                }
            }
        }
        return items(stated, "for_each").<Subject>map(items -> items).orElse(Subject.Place.ACCOUNT);
    }

    private Optional<Subject.Items> items(JsonNode stated, String place) {
        List<Read> reads = new ArrayList<>();
        for (JsonNode each : stated) {
            reads.add(offer.find(each.asString("").strip()));
        }
        if (reads.isEmpty()) {
            wrong("reply.incomplete", place, "it names no read");
            return Optional.empty();
        }
        return Optional.of(new Subject.Items(reads));
    }

    /** The last read of the judged items, or of the first list. */
    private static Requirement.Place place(Subject subject, Map<String, Subject.Items> with) {
        Stream<Subject.Items> own = subject instanceof Subject.Items items ? Stream.of(items) : Stream.empty();
        return Stream.concat(own, with.values().stream())
                .findFirst()
                .map(items -> items.reads().get(items.reads().size() - 1))
                .map(read -> new Requirement.Place(read.call(), Objects.requireNonNullElse(read.items(), "")))
                .orElse(new Requirement.Place(Call.of("", ""), ""));
    }

    private List<Written.Piece> parts(JsonNode stated) {
        List<Written.Piece> parts = new ArrayList<>();
        if (stated.isEmpty() || stated.size() > MOST_PARTS) {
            wrong("reply.incomplete", "parts", "parts has to list each part of the rule, and what answers it");
        }
        for (JsonNode each : stated) {
            Written.By by = value(Written.By.class, each.path("by"), "parts.by");
            if (by != null) {
                parts.add(new Written.Piece(text(each.path("text")), by, text(each.path("piece"))));
            }
        }
        return parts;
    }

    private <E extends Enum<E>> @Nullable E value(Class<E> kind, JsonNode stated, String place) {
        List<String> words =
                Stream.of(kind.getEnumConstants()).map(ReplyReader::word).toList();
        String word = stated.asString("");
        if (words.contains(word)) {
            return Enum.valueOf(kind, word.toUpperCase(Locale.ROOT));
        }
        wrong("reply." + place, place, place + " is '" + cut(word) + "'" + Nearest.suggestion(word, words, ""));
        return null;
    }

    private double confidence(JsonNode stated) {
        double confidence = stated.isNumber() ? stated.doubleValue() : -1;
        if (!(confidence >= 0 && confidence <= 1)) {
            wrong("reply.confidence", "confidence", "confidence is not a number from 0 to 1");
            return 0;
        }
        return confidence;
    }

    private void wrong(String id, String place, String message) {
        findings.add(wrongReply(id, place, message));
    }

    static Finding wrongReply(String id, String place, String message) {
        return Finding.error(id, place, message, "");
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Object plain(JsonNode value) {
        Object plain = JsonMapper.shared().treeToValue(value, Object.class);
        return plain == null ? "" : plain;
    }

    private static String text(JsonNode node) {
        return cut(node.asString("").strip());
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }
}
