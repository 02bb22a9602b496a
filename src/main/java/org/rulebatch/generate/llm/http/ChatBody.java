package org.rulebatch.generate.llm.http;

import org.rulebatch.generate.llm.chat.Lookup;
import org.rulebatch.generate.llm.chat.ModelRequest;
import org.rulebatch.generate.llm.chat.ReplySchema;
import org.rulebatch.generate.llm.chat.Tools;
import org.rulebatch.generate.llm.chat.Turn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the body of a request as <a href="https://platform.openai.com/docs/api-reference/chat/create">OpenAI's chat completions</a> has
 * it.
 */
final class ChatBody {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final JsonNode TOOLS = MAPPER.readTree(Tools.TEXT);

    private ChatBody() {}

    static String of(ModelRequest request, ModelSettings settings, boolean heldToSchema, Dialect dialect) {
        ObjectNode body = MAPPER.createObjectNode();
        body.put("model", settings.model());
        ReplyForm form = heldToSchema ? dialect.form() : ReplyForm.TEXT;
        String inWords = heldToSchema && form != ReplyForm.SCHEMA ? ReplySchema.inWords(request.schema()) : "";
        ArrayNode messages = body.putArray("messages");
        messages.addObject().put("role", "system").put("content", request.system() + inWords);
        request.turns().forEach(turn -> messages.add(message(turn, dialect.tools())));
        body.put(dialect.length().word(), settings.mostReplyTokens(request));
        if (settings.temperature() != null && dialect.temperature()) {
            body.put("temperature", settings.temperature());
        }
        if (settings.effort() != null) {
            body.put("reasoning_effort", settings.effort());
        }
        if (request.tools() && dialect.tools()) {
            body.set("tools", TOOLS);
        }
        form(body, form, request.schema());
        return body.toString();
    }

    private static void form(ObjectNode body, ReplyForm form, String schema) {
        if (form == ReplyForm.OBJECT) {
            body.putObject("response_format").put("type", "json_object");
        }
        if (form == ReplyForm.SCHEMA) {
            ObjectNode named =
                    body.putObject("response_format").put("type", "json_schema").putObject("json_schema");
            named.put("name", ReplySchema.NAME).put("strict", true);
            named.set("schema", MAPPER.readTree(schema));
        }
    }

    /** A turn; the calls of an earlier reply and their results are plain text for a server that takes no tools. */
    private static ObjectNode message(Turn turn, boolean tools) {
        ObjectNode message = MAPPER.createObjectNode();
        if (turn instanceof Turn.User user) {
            return message.put("role", "user").put("content", user.text());
        }
        if (turn instanceof Turn.Result result) {
            if (!tools) {
                return message.put("role", "user").put("content", result.text());
            }
            message.put("role", "tool").put("tool_call_id", result.call().callId());
            return message.put("content", result.text());
        }
        Turn.Assistant assistant = (Turn.Assistant) turn;
        message.put("role", "assistant");
        if (assistant.calls().isEmpty() || !tools) {
            return message.put("content", assistant.text());
        }
        message.putNull("content");
        ArrayNode calls = message.putArray("tool_calls");
        for (Lookup lookup : assistant.calls()) {
            ObjectNode call = calls.addObject().put("id", lookup.callId()).put("type", "function");
            call.putObject("function").put("name", lookup.tool()).put("arguments", lookup.text());
        }
        return message;
    }
}
