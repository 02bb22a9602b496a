package org.rulebatch.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rulebatch.ruleyaml.RuleDocument;
import org.rulebatch.ruleyaml.RuleYamlReader;
import org.rulebatch.yaml.YamlDocument;
import tools.jackson.databind.JsonNode;

/** The engine's test files. */
final class Documents {

    static final Path FOLDER = Path.of("src/test/resources/engine");

    private Documents() {}

    /** A rule file with one check that judges the emitted item of a made-up read. */
    static RuleDocument ofCondition(JsonNode conditions) {
        String yaml =
                """
                version: '1.0'
                provider: aws
                service: zoo
                discovery:
                - discovery_id: aws.zoo.get_animal
                  calls: [{action: get_animal, save_as: get_animal_response, on_error: continue}]
                  emit: {item: {Name: '{{ get_animal_response.Name }}'}}
                checks:
                - rule_id: zoo.animal.fine
                  title: The animal is fine
                  severity: low
                  for_each: aws.zoo.get_animal
                  conditions: %s
                """
                        .formatted(conditions);
        return new RuleYamlReader().read(YamlDocument.parse("test.yaml", yaml));
    }

    /** Plain values of a fixture. */
    static Map<String, Object> map(JsonNode node) {
        Map<String, Object> map = new LinkedHashMap<>();
        node.properties().forEach(entry -> map.put(entry.getKey(), value(entry.getValue())));
        return map;
    }

    static Object value(JsonNode node) {
        if (node.isObject()) {
            return map(node);
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(each -> list.add(value(each)));
            return list;
        }
        return node.isNumber() ? node.numberValue() : node.isBoolean() ? (Object) node.booleanValue() : node.asString();
    }
}
