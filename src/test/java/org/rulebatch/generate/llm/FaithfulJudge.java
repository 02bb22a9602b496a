package org.rulebatch.generate.llm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rulebatch.generate.llm.chat.Prompts;
import org.rulebatch.language.Language;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.prove.Examples;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.ruleyaml.Planner;
import org.rulebatch.ruleyaml.RuleDocument;
import org.rulebatch.validate.ValidatedRequirement;
import org.rulebatch.validate.Validator;
import org.rulebatch.yaml.YamlDocument;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stands in for a model that knows what a rule means: judges the examples of a request by the check that is right for it. */
final class FaithfulJudge {

    private static final Pattern EXAMPLE = Pattern.compile("(?m)^Example (\\d+): (.*)$");
    private static final Pattern NOW = Pattern.compile("Now is ([^;]+);");
    private static final Supplier<Language> LANGUAGE = SingletonSupplier.of(() -> Language.of(Prompts.CATALOG));

    private final RuleDocument right;
    private final Examples examples = new Examples(Prompts.CATALOG, LANGUAGE);

    FaithfulJudge(Expressions right) {
        ValidatedRequirement valid = new Validator(Prompts.CATALOG, Prompts.CHAINS, LANGUAGE).validate(right);
        if (valid.plan() == null) {
            throw new IllegalArgumentException(valid.findings().toString());
        }
        String client = valid.plan().calls().get(0).operation().client();
        Planner planner = new Planner(client);
        planner.add(new RuleMetadata("check", client, "", "", "", "", "", "", ""), valid.plan());
        this.right = planner.document();
    }

    static boolean isAsked(JsonNode request) {
        return request.at("/response_format/json_schema/schema/properties/answers")
                .isObject();
    }

    /** The reply to a request for a second opinion. */
    String reply(JsonNode request) {
        String question = request.path("messages").path(1).path("content").asString();
        Matcher now = NOW.matcher(question);
        Instant moment = now.find() ? Instant.parse(now.group(1)) : Instant.EPOCH;
        List<Map<String, Object>> answers = new ArrayList<>();
        Matcher matcher = EXAMPLE.matcher(question);
        while (matcher.find()) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("example", Integer.parseInt(matcher.group(1)));
            answer.put("why", "");
            answer.put("verdict", verdict(JsonMapper.shared().readTree(matcher.group(2)), moment));
            answers.add(answer);
        }
        return JsonMapper.shared().writeValueAsString(Map.of("answers", answers));
    }

    /** The verdict that the right check gives; what it does not know it would not report. */
    private String verdict(JsonNode answers, Instant now) {
        return says("FAIL", answers, now)
                ? "violates"
                : says("NOT_APPLICABLE", answers, now) ? "not_concerned" : "complies";
    }

    private boolean says(String verdict, JsonNode answers, Instant now) {
        Map<String, Object> example = Map.of("verdict", verdict, "answers", answers);
        Map<String, Object> file = Map.of("now", now.toString(), "rules", Map.of("check", List.of(example)));
        return examples.check(
                        right,
                        YamlDocument.parse("examples", JsonMapper.shared().writeValueAsString(file)))
                .isEmpty();
    }
}
