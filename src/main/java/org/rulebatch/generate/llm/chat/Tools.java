package org.rulebatch.generate.llm.chat;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import java.util.List;
import java.util.stream.Collectors;

/** The tools as the model is told of them. */
public final class Tools {

    static final String WORDS = "words";
    static final String NAME = "name";

    public static final List<ToolSpecification> ALL = List.of(
            tool(Lookup.SEARCH, "Finds fields of read APIs.", WORDS),
            tool(Lookup.OPERATION, "Lists the fields of a read.", NAME));

    /** What they add to a prompt: the JSON that is sent. */
    public static final String TEXT = ALL.stream().map(Tools::json).collect(Collectors.joining(",", "[", "]"));

    private Tools() {}

    private static ToolSpecification tool(String name, String description, String parameter) {
        return ToolSpecification.builder()
                .name(name)
                .description(description)
                .parameters(JsonObjectSchema.builder()
                        .addStringProperty(parameter)
                        .required(parameter)
                        .build())
                .build();
    }

    private static String json(ToolSpecification tool) {
        String parameter = tool.parameters().required().get(0);
        return "{\"type\":\"function\",\"function\":{\"name\":\"" + tool.name() + "\",\"description\":\""
                + tool.description() + "\",\"parameters\":{\"type\":\"object\",\"properties\":{\"" + parameter
                + "\":{\"type\":\"string\"}},\"required\":[\"" + parameter + "\"]}}}";
    }
}
