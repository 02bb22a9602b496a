package org.rulebatch.engine.aws.wire;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Facts;
import org.rulebatch.catalog.Service;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.rulesengine.language.EndpointRuleSet;
import software.amazon.smithy.rulesengine.language.error.RuleError;
import software.amazon.smithy.rulesengine.language.evaluation.RuleEvaluator;
import software.amazon.smithy.rulesengine.language.evaluation.value.EndpointValue;
import software.amazon.smithy.rulesengine.language.evaluation.value.Value;
import software.amazon.smithy.rulesengine.language.syntax.Identifier;
import software.amazon.smithy.rulesengine.language.syntax.parameters.Parameter;

/** Where a service answers, by AWS's own endpoint rule sets. */
public interface EndpointRules {

    /**
     * The address for one call.
     *
     * @param inputs of the rule set beside the region: the operation's own and {@code Endpoint}
     * @throws IllegalArgumentException if the rules know no endpoint for these inputs; the message is theirs
     */
    EndpointTarget target(String region, Map<String, Object> inputs);

    /** The rules of a service. */
    static EndpointRules of(Catalog catalog, Service service) {
        Facts metadata = service.model().metadata();
        String signingName = metadata.find("signingName").orElse(metadata.text("endpointPrefix"));
        try {
            Node rules = Node.parse(catalog.endpointRules(service.client()));
            return new RuleSet(EndpointRuleSet.fromNode(rules), signingName);
        } catch (RuleError e) { // importexport and sdb: their rules do not pass the type check of the language
            return (region, inputs) -> named(metadata.text("endpointPrefix"), signingName, region);
        }
    }

    private static EndpointTarget named(String prefix, String signingName, String region) {
        return new EndpointTarget(
                URI.create("https://" + prefix + "." + region + ".amazonaws.com"), signingName, region);
    }

    /** A rule set of the models. */
    record RuleSet(EndpointRuleSet rules, String signingName) implements EndpointRules {

        @Override
        public EndpointTarget target(String region, Map<String, Object> inputs) {
            Map<Identifier, Value> values = new HashMap<>();
            for (Parameter parameter : rules.getParameters()) {
                Object value = parameter.getBuiltIn().orElse("").equals("AWS::Region")
                        ? region
                        : inputs.get(parameter.getNameString());
                if (value != null) {
                    values.put(parameter.getName(), value(value));
                }
            }
            Value found = RuleEvaluator.evaluate(rules, values);
            if (found instanceof EndpointValue endpoint) {
                return target(endpoint, region);
            }
            throw new IllegalArgumentException(found.toObject().toString());
        }

        private EndpointTarget target(EndpointValue endpoint, String region) {
            Map<?, ?> scheme = Map.of();
            Value schemes = endpoint.getProperties().get("authSchemes");
            for (Object each : schemes == null ? List.of() : (List<?>) schemes.toObject()) {
                if (scheme.isEmpty() && each instanceof Map<?, ?> map && "sigv4".equals(text(map, "name", ""))) {
                    scheme = map;
                }
            }
            return new EndpointTarget(
                    URI.create(endpoint.getUrl()),
                    text(scheme, "signingName", signingName),
                    text(scheme, "signingRegion", region));
        }

        private static Value value(Object value) {
            return value instanceof Boolean flag ? Value.booleanValue(flag) : Value.stringValue(value.toString());
        }

        private static String text(Map<?, ?> map, String key, String otherwise) {
            return map.entrySet().stream()
                    .filter(entry -> entry.getKey().toString().equals(key))
                    .map(entry -> entry.getValue().toString())
                    .findFirst()
                    .orElse(otherwise);
        }
    }
}
