package org.rulebatch.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Field;
import org.rulebatch.catalog.Operation;
import org.rulebatch.check.OperatorCheck;
import org.rulebatch.requirement.Finding;
import org.rulebatch.requirement.Operator;

/** What a person can choose from: the reads of a client, the fields of a read, the operators and values of a field. */
final class Choices {

    private final Catalog catalog;

    Choices(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The reads of a client by their boto3 names; none where there is no such client. */
    List<String> reads(String client) {
        return catalog.service(client).stream()
                .flatMap(service -> service.reads().stream())
                .map(Operation::method)
                .sorted()
                .toList();
    }

    /** The fields of a read; empty if there is no such read. */
    Optional<List<Map<String, Object>>> fields(String client, String operation) {
        return catalog.service(client)
                .flatMap(service -> service.operation(operation))
                .filter(Operation::isRead)
                .map(read -> read.fields().stream().map(Choices::field).toList());
    }

    private static Map<String, Object> field(Field field) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", field.path());
        json.put("type", field.type().name().toLowerCase(Locale.ROOT));
        json.put("values", field.enumValues());
        json.put(
                "operators",
                Arrays.stream(Operator.values())
                        .filter(operator -> fits(field, operator))
                        .map(operator -> Map.of(
                                "name", operator.wireName(),
                                "operand", operator.operand().name().toLowerCase(Locale.ROOT)))
                        .toList());
        return json;
    }

    private static boolean fits(Field field, Operator operator) {
        List<Finding> findings = new ArrayList<>();
        Object sample = operator.operand() == Operator.Operand.NONE ? null : 1;
        OperatorCheck.check(field, operator, sample, findings);
        return findings.isEmpty();
    }
}
