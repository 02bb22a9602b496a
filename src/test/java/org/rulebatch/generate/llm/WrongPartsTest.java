package org.rulebatch.generate.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rulebatch.generate.llm.chat.PromptStyle;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.metadata.Rules;
import org.rulebatch.requirement.Call;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Read;
import org.rulebatch.requirement.Requirement;
import org.rulebatch.requirement.Subject;
import org.rulebatch.yaml.YamlDocument;
import tools.jackson.databind.JsonNode;

/**
 * Measures how many checks with one wrong part are not automated, where a faithful judge gives the second opinion. The model
 * says of each that it answers every part, so that only the check's own form, the rule's values and the examples can tell.
 */
final class WrongPartsTest {

    private record Wrong(String id, String why, Decision decision) {
        boolean isCaught() {
            return !(decision instanceof Decision.Automated);
        }
    }

    @Test
    void catchesAtLeastFortyFiveOfFiftyWrongParts() throws Exception {
        List<Wrong> results = new ArrayList<>();
        List<String> right = new ArrayList<>();
        JsonNode rules;
        try (var in = WrongPartsTest.class.getResourceAsStream("/llm/wrong-parts.yaml")) {
            rules = YamlDocument.read("wrong-parts.yaml", in).root().path("rules");
        }
        for (JsonNode rule : rules) {
            if (!(propose(rule, "", "") instanceof Decision.Automated)) {
                right.add(rule.path("title").asString());
            }
            for (JsonNode wrong : rule.path("wrong")) {
                String from = wrong.path("from").asString();
                String to = wrong.path("to").asString();
                results.add(new Wrong(rule.path("title").asString(), from + " -> " + to, propose(rule, from, to)));
            }
        }

        assertThat(right).as("right checks that are not automated").isEmpty();
        assertThat(results).hasSize(50);
        assertThat(results.stream().filter(wrong -> !wrong.isCaught()).map(wrong -> wrong.id() + ": " + wrong.why()))
                .hasSizeLessThanOrEqualTo(5);
    }

    private static Decision propose(JsonNode rule, String from, String to) {
        FaithfulJudge judge = new FaithfulJudge(right(rule));
        String reply = reply(rule, from, to);
        RuleMetadata metadata = Rules.of(
                "aws." + rule.path("resource").asString() + ".asked",
                rule.path("title").asString(),
                "");
        try (ScriptedServer server =
                new ScriptedServer(request -> FaithfulJudge.isAsked(request) ? judge.reply(request) : reply)) {
            GeneratorSettings settings =
                    Generators.settings(server.url(), PromptStyle.STANDARD, Fallback.EMBEDDED, null, null);
            return Generators.of(Generators.verifying(settings), new MemoryReplies())
                    .propose(metadata)
                    .decision();
        }
    }

    /** The reply with the rule's check, one text of it changed; it claims to answer the whole rule. */
    private static String reply(JsonNode rule, String from, String to) {
        String where = changed(rule.path("where").asString(""), from, to);
        String complies = changed(rule.path("complies").asString(), from, to);
        return Replied.empty()
                .part(rule.path("title").asString(), "complies", complies)
                .with("for_each", texts(rule.path("for_each")))
                .with("where", where.isBlank() ? null : where)
                .with(
                        "with",
                        rule.path("with")
                                .propertyStream()
                                .map(each -> Map.of("name", each.getKey(), "reads", texts(each.getValue())))
                                .toList())
                .with("complies", complies)
                .json();
    }

    private static String changed(String text, String from, String to) {
        return from.isEmpty() ? text : text.replace(from, to);
    }

    private static Expressions right(JsonNode rule) {
        String where = rule.path("where").asString("");
        Map<String, Subject.Items> with = new LinkedHashMap<>();
        rule.path("with").forEachEntry((name, reads) -> with.put(name, items(reads)));
        List<String> forEach = texts(rule.path("for_each"));
        Subject subject = forEach.equals(List.of("account")) ? Subject.Place.ACCOUNT : items(rule.path("for_each"));
        return new Expressions(
                new Requirement.Place(Call.of("", ""), ""),
                subject,
                where.isEmpty() ? null : where,
                with,
                Map.of(),
                rule.path("complies").asString(),
                List.of());
    }

    private static Subject.Items items(JsonNode reads) {
        return new Subject.Items(texts(reads).stream()
                .map(name -> new Read(
                        Call.of(name.substring(0, name.indexOf('.')), name.substring(name.indexOf('.') + 1)), null))
                .toList());
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
