package org.rulebatch.review;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rulebatch.files.Json;
import org.rulebatch.report.page.Template;
import org.rulebatch.requirement.Finding;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Answers the page's requests, one by one. */
final class ReviewHandler implements HttpHandler {

    private static final int LARGEST = 1 << 20;
    private static final Template PAGE = new Template(
            "review/review.html",
            List.of("report/report.css", "review/review.css"),
            List.of("review/api.js", "review/editor.js", "review/main.js"),
            "'self'");

    private final Guard guard;
    private final ReviewedRun run;
    private final Decisions decisions;
    private final Choices choices;

    ReviewHandler(Guard guard, ReviewedRun run, Decisions decisions, Choices choices) {
        this.guard = guard;
        this.run = run;
        this.decisions = decisions;
        this.choices = choices;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String refusal = guard.refusal(exchange);
            Answer answer = refusal == null ? answer(exchange) : Answer.text(403, refusal);
            answer.send(exchange);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        Map<String, String> query = Query.of(exchange);
        String id = query.getOrDefault("id", "");
        return switch (exchange.getRequestMethod() + " "
                + exchange.getRequestURI().getPath()) {
            case "GET /" -> page();
            case "GET /api/rules" -> Answer.json(200, run.rules());
            case "GET /api/rule" -> rule(id);
            case "GET /api/reads" -> Answer.json(200, choices.reads(query.getOrDefault("client", "")));
            case "GET /api/fields" -> fields(query);
            case "PUT /api/decision" -> save(id, exchange);
            case "DELETE /api/decision" -> remove(id);
            default -> Answer.text(404, "There is no such thing here.");
        };
    }

    private static Answer page() throws IOException {
        ByteArrayOutputStream html = new ByteArrayOutputStream();
        PAGE.write(html, Map.of());
        return new Answer(200, "text/html; charset=utf-8", html.toByteArray());
    }

    private Answer rule(String id) throws IOException {
        Optional<JsonNode> rule = run.rule(id);
        if (rule.isEmpty()) {
            return unknown();
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", rule.get());
        json.put("decision", decisions.tree(id));
        json.put("text", decisions.text(id));
        json.put("file", decisions.file(id).toString());
        return Answer.json(200, json);
    }

    private Answer fields(Map<String, String> query) {
        return choices.fields(query.getOrDefault("client", ""), query.getOrDefault("operation", ""))
                .map(fields -> Answer.json(200, fields))
                .orElseGet(() -> Answer.text(404, "There is no such read."));
    }

    /** Only a rule of the run can be decided, so that no id becomes a path of its own making. */
    private Answer save(String id, HttpExchange exchange) throws IOException {
        if (run.rule(id).isEmpty()) {
            return unknown();
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST);
        JsonNode decision;
        try {
            decision = Json.COMPACT.readTree(body);
        } catch (JacksonException e) {
            return Answer.text(400, "The decision is not JSON.");
        }
        if (!decision.path("rule_id").asString("").equals(id)) {
            return Answer.text(400, "The decision is about another rule.");
        }
        List<Finding> errors = decisions.save(id, decision);
        return errors.isEmpty()
                ? Answer.json(200, Map.of("file", decisions.file(id).toString(), "text", decisions.text(id)))
                : Answer.json(422, Map.of("errors", errors));
    }

    private Answer remove(String id) throws IOException {
        if (run.rule(id).isEmpty()) {
            return unknown();
        }
        decisions.remove(id);
        return Answer.json(200, Map.of());
    }

    private static Answer unknown() {
        return Answer.text(404, "The run has no such rule.");
    }
}
