package org.rulebatch.generate.llm.chat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.rulebatch.generate.CheckTrial.Judgement;
import org.rulebatch.generate.CheckTrial.Sample;
import org.rulebatch.generate.llm.chat.StoringModel.StoredReply;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.requirement.Finding;
import tools.jackson.databind.JsonNode;

/**
 * Asks the model about examples of a check in a conversation of its own: with the rule's text, and without the check and what it
 * says about them. Who only reads the rule sees where a check says something else.
 */
final class SecondOpinion {

    private static final int MOST_EXAMPLES = 12;
    /** Of an example, in characters; larger ones are not shown. */
    private static final int LONGEST = 1_500;

    private static final int ATTEMPTS = 2;

    private final StoringModel model;
    private final PromptStyle style;
    private final String moment;

    /** An example about which model and engine do not agree. */
    record Doubt(Sample sample, Judgement otherwise, String why) {

        /** In words for the model and for people. */
        String text() {
            return "the check says " + word(sample.verdict()) + " and a reading of the rule says " + word(otherwise)
                    + (why.isEmpty() ? "" : " (" + why + ")") + " about this answer of AWS: "
                    + PromptJson.of(sample.answers());
        }

        /** The same as a finding that can be sent back. */
        Finding finding() {
            return SecondOpinion.finding(this);
        }
    }

    /**
     * What came of it.
     *
     * @param asked whether an answer could be used
     * @param doubts the examples that divide them
     */
    record Opinion(boolean asked, List<Doubt> doubts) {}

    SecondOpinion(StoringModel model, PromptStyle style, String moment) {
        this.model = model;
        this.style = style;
        this.moment = moment;
    }

    /** @throws CallFailure if no reply could be had */
    Opinion of(RuleMetadata rule, List<Sample> samples) {
        List<Sample> shown = samples.stream()
                .filter(sample -> PromptJson.of(sample.answers()).length() <= LONGEST)
                .limit(MOST_EXAMPLES)
                .toList();
        if (shown.isEmpty()) {
            return new Opinion(false, List.of());
        }
        List<Turn> turns = new ArrayList<>(List.of(new Turn.User(question(rule, shown))));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            StoredReply stored = model.ask(rule, request(turns));
            Optional<Map<Integer, JsonNode>> answers = answers(stored.reply(), shown.size());
            if (answers.isPresent()) {
                model.judge(stored, Verdict.ANSWER, "");
                return new Opinion(true, doubts(shown, answers.get()));
            }
            String wrong = "it does not have a verdict for each of the " + shown.size() + " examples";
            model.judge(stored, Verdict.BAD, wrong);
            turns.add(new Turn.Assistant(Conversation.echo(stored.reply().text()), List.of()));
            turns.add(new Turn.User("This answer cannot be used: " + wrong + ". Answer again, in full."));
        }
        return new Opinion(false, List.of());
    }

    private ModelRequest request(List<Turn> turns) {
        String schema = ReplySchema.ofOpinion();
        String form = style.output() == StructuredOutput.SCHEMA ? "" : ReplySchema.inWords(schema);
        return new ModelRequest(PromptBuilder.text("/generate/verify.txt") + form, turns, schema, false, 1);
    }

    private String question(RuleMetadata rule, List<Sample> samples) {
        StringBuilder text =
                new StringBuilder(RuleText.of(rule)).append('\n').append(moment).append('\n');
        for (int i = 0; i < samples.size(); i++) {
            text.append("Example ").append(i + 1).append(": ");
            text.append(PromptJson.of(samples.get(i).answers())).append('\n');
        }
        return text.toString();
    }

    private static Optional<Map<Integer, JsonNode>> answers(ModelReply reply, int examples) {
        Map<Integer, JsonNode> answers = new HashMap<>();
        Optional<JsonNode> json =
                reply.text().length() > ReplyReader.LONGEST ? Optional.empty() : JsonText.object(reply.text());
        json.ifPresent(found -> found.path("answers").forEach(each -> {
            if (verdict(each).isPresent()) {
                answers.put(each.path("example").asInt(0), each);
            }
        }));
        for (int i = 1; i <= examples; i++) {
            if (!answers.containsKey(i)) {
                return Optional.empty();
            }
        }
        return Optional.of(answers);
    }

    private static Optional<Judgement> verdict(JsonNode answer) {
        String word = answer.path("verdict").asString("");
        for (Judgement verdict : Judgement.values()) {
            if (word(verdict).equals(word)) {
                return Optional.of(verdict);
            }
        }
        return Optional.empty();
    }

    /** Who is not concerned and who complies are both not reported: what counts is whether there is a finding. */
    private static List<Doubt> doubts(List<Sample> samples, Map<Integer, JsonNode> answers) {
        List<Doubt> doubts = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            JsonNode answer = Objects.requireNonNull(answers.get(i + 1));
            Judgement otherwise = verdict(answer).orElseThrow();
            Sample sample = samples.get(i);
            if ((sample.verdict() == Judgement.VIOLATES) != (otherwise == Judgement.VIOLATES)) {
                String why = answer.path("why").asString("").strip();
                doubts.add(new Doubt(sample, otherwise, why.length() > 200 ? why.substring(0, 200) + "…" : why));
            }
        }
        return doubts;
    }

    static Finding finding(Doubt doubt) {
        return Finding.note("model.second_opinion", "examples", doubt.text());
    }

    private static String word(Judgement verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
