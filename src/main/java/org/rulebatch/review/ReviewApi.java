package org.rulebatch.review;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rulebatch.files.Json;
import org.rulebatch.report.entry.CheckEntry;
import org.rulebatch.report.entry.RuleEntry;
import org.rulebatch.report.page.Template;
import org.rulebatch.requirement.Finding;
import org.rulebatch.ruleyaml.CheckPlan;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What the page can ask for and change. */
final class ReviewApi {

    private static final Template PAGE = new Template(
            "review/review.html",
            List.of("report/report.css", "review/review.css"),
            List.of(
                    "review/api.js",
                    "review/editor.js",
                    "review/expressions.js",
                    "review/queue.js",
                    "review/trial.js",
                    "review/main.js",
                    "review/keys.js"),
            "'self'");

    /**
     * A rule and what a person has decided of it.
     *
     * @param check the decision's check in the check language, or the run's; without any part where there is none
     */
    private record Reviewed(RuleEntry rule, JsonNode decision, CheckText check, @JsonUnwrapped Stored stored) {}

    /** A decision's file as it is at one moment; texts as in {@link DecisionFile}. */
    private record Stored(String file, String version, String text, String problem, String changed) {}

    /** Why a decision was not saved. */
    private record Unusable(List<Finding> errors) {}

    private final ReviewedRun run;
    private final Decisions decisions;
    private final Choices choices;
    private final DraftTrial trial;

    ReviewApi(ReviewedRun run, Decisions decisions, Choices choices, DraftTrial trial) {
        this.trial = trial;
        this.run = run;
        this.decisions = decisions;
        this.choices = choices;
    }

    Answer answer(HttpExchange exchange) throws IOException {
        Map<String, String> query = Query.of(exchange);
        String id = query.getOrDefault("id", "");
        String path = exchange.getRequestURI().getPath();
        return switch (exchange.getRequestMethod()) {
            case "GET", "HEAD" -> read(path, id, query);
            case "PUT" ->
                switch (path) {
                    case "/api/decision" -> save(id, exchange);
                    case "/api/draft" -> draft(id, exchange);
                    default -> nothing();
                };
            case "DELETE" -> path.equals("/api/decision") ? remove(id, exchange) : nothing();
            default -> Answer.refusal(405, "There is GET, HEAD, PUT and DELETE here, and nothing else.");
        };
    }

    private Answer read(String path, String id, Map<String, String> query) throws IOException {
        return switch (path) {
            case "/" -> page();
            case "/api/me" -> Answer.json(200, Map.of("by", System.getProperty("user.name", "")));
            case "/api/rules" -> Answer.json(200, run.rules());
            case "/api/rule" -> rule(id);
            case "/api/reads" -> Answer.json(200, choices.reads(query.getOrDefault("client", "")));
            case "/api/fields" -> fields(query);
            case "/api/check" -> Answer.json(200, decisions.check(typed(query)));
            default -> nothing();
        };
    }

    private static Answer page() throws IOException {
        ByteArrayOutputStream html = new ByteArrayOutputStream();
        PAGE.write(html, Map.of());
        return Answer.html(html.toByteArray());
    }

    private Answer rule(String id) throws IOException {
        Optional<RuleEntry> rule = run.rule(id);
        if (rule.isEmpty()) {
            return unknown();
        }
        DecisionFile file = decisions.read(id);
        JsonNode decision = decisions.tree(id, file.text());
        return Answer.json(200, new Reviewed(rule.get(), decision, check(rule.get(), decision), stored(id, file)));
    }

    private static CheckText check(RuleEntry rule, JsonNode decision) {
        if (decision.has("check")) {
            return CheckText.of(decision.path("check"));
        }
        CheckEntry proposed = decision.has("conditions") ? null : rule.check();
        return proposed == null || proposed.override() == null
                ? CheckText.none()
                : CheckText.of(Json.COMPACT.valueToTree(proposed.override()));
    }

    private static CheckText typed(Map<String, String> query) {
        return new CheckText(
                query.getOrDefault("for_each", ""),
                query.getOrDefault("where", ""),
                query.getOrDefault("with", ""),
                query.getOrDefault("parameters", ""),
                query.getOrDefault("complies", ""));
    }

    private Answer fields(Map<String, String> query) {
        return choices.fields(query.getOrDefault("client", ""), query.getOrDefault("operation", ""))
                .map(fields -> Answer.json(200, fields))
                .orElseGet(() -> Answer.refusal(404, "There is no such read."));
    }

    /**
     * A decision that is not saved.
     *
     * @param text the file as it would be
     * @param errors why it could not be saved
     * @param examples the rule's examples by its check; empty where it has none that could run
     */
    private record Tried(String text, List<Finding> errors, List<DraftTrial.Tried> examples) {}

    /** Looks at a decision and writes nothing. */
    private Answer draft(String id, HttpExchange exchange) throws IOException {
        Optional<RuleEntry> rule = run.rule(id);
        if (rule.isEmpty()) {
            return unknown();
        }
        try {
            Decisions.Draft draft = decisions.draft(id, Json.COMPACT.readTree(Body.read(exchange.getRequestBody())));
            CheckPlan plan = draft.plan();
            List<DraftTrial.Tried> examples = plan == null ? List.of() : trial.of(rule.get(), plan);
            return Answer.json(200, new Tried(draft.text(), draft.errors(), examples));
        } catch (JacksonException e) {
            return Answer.refusal(400, "The decision is not JSON.");
        } catch (Body.TooLarge e) {
            return Answer.refusal(413, "The decision is larger than " + (Body.LARGEST >> 20) + " MiB.");
        }
    }

    /** Only a rule of the run can be decided, so that no id becomes a path of its own making. */
    private Answer save(String id, HttpExchange exchange) throws IOException {
        if (run.rule(id).isEmpty()) {
            return unknown();
        }
        JsonNode decision;
        try {
            decision = Json.COMPACT.readTree(Body.read(exchange.getRequestBody()));
        } catch (JacksonException e) {
            return Answer.refusal(400, "The decision is not JSON.");
        } catch (Body.TooLarge e) {
            return Answer.refusal(413, "The decision is larger than " + (Body.LARGEST >> 20) + " MiB.");
        }
        if (!decision.path("rule_id").asString("").equals(id)) {
            return Answer.refusal(400, "The decision is about another rule.");
        }
        return answer(id, decisions.save(id, seen(exchange), decision));
    }

    private Answer remove(String id, HttpExchange exchange) throws IOException {
        return run.rule(id).isEmpty() ? unknown() : answer(id, decisions.remove(id, seen(exchange)));
    }

    /** The version that the person saw; who names none has seen no decision. */
    private static String seen(HttpExchange exchange) {
        String tag = exchange.getRequestHeaders().getFirst("If-Match");
        return tag == null ? DecisionFile.ABSENT : tag.replace("\"", "");
    }

    private Answer answer(String id, Saving saving) {
        if (saving instanceof Saving.Unusable unusable) {
            return Answer.json(422, new Unusable(unusable.errors()));
        }
        if (saving instanceof Saving.Changed changed) {
            return Answer.json(412, stored(id, changed.file()));
        }
        if (saving instanceof Saving.Blocked blocked) {
            return Answer.refusal(409, blocked.file().problem() + ".");
        }
        return Answer.json(200, stored(id, decisions.read(id)));
    }

    private Stored stored(String id, DecisionFile file) {
        return new Stored(decisions.file(id).toString(), file.version(), file.text(), file.problem(), file.changed());
    }

    private static Answer nothing() {
        return Answer.refusal(404, "Nothing here has that address.");
    }

    private static Answer unknown() {
        return Answer.refusal(404, "The run has no such rule.");
    }
}
