package org.rulebatch.engine.aws.wire;

import java.util.HashMap;
import java.util.Map;
import org.rulebatch.catalog.Facts;

/** Collects what an operation and its parameters tell the endpoint rules. */
public final class EndpointInputs {

    public static final Facts NO_INPUT = new Facts(Map.of());

    private EndpointInputs() {}

    /**
     * The inputs by the rule set's own parameter names.
     *
     * @param operation of the model
     * @param input the operation's input shape
     * @param params what the call is made with
     */
    public static Map<String, Object> of(Facts operation, Facts input, Map<String, Object> params) {
        Map<String, Object> inputs = new HashMap<>();
        Facts statics = operation.at("staticContextParams");
        for (String name : statics.keys()) {
            inputs.put(name, literal(statics.at(name)));
        }
        Facts members = input.at("members");
        for (String member : members.keys()) {
            String name = members.at(member).at("contextParam").text("name");
            Object value = params.get(member);
            if (!name.isEmpty() && value != null) {
                inputs.put(name, value);
            }
        }
        return inputs;
    }

    private static Object literal(Facts parameter) {
        Object value = parameter.values().get("value");
        return value == null ? parameter.text("Value") : value;
    }
}
