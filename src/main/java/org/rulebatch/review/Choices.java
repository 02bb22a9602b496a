package org.rulebatch.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Field;
import org.rulebatch.catalog.Operation;
import org.rulebatch.check.OperatorCheck;
import org.rulebatch.requirement.Finding;
import org.rulebatch.requirement.Operator;

/** What a person can choose from: the reads of a client, the fields of a read, the operators and values of a field. */
final class Choices {

    /**
     * A field of a read.
     *
     * @param values of its enum; empty where there is none
     * @param operators that fit its type
     */
    record Choice(String path, String type, List<String> values, List<Comparison> operators) {}

    /** An operator by its name in files, and what it takes: {@code scalar}, {@code list}, {@code days} or {@code none}. */
    record Comparison(String name, String operand) {}

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
    Optional<List<Choice>> fields(String client, String operation) {
        return catalog.service(client)
                .flatMap(service -> service.operation(operation))
                .filter(Operation::isRead)
                .map(read -> read.fields().stream().map(Choices::choice).toList());
    }

    private static Choice choice(Field field) {
        List<Comparison> fitting = Arrays.stream(Operator.values())
                .filter(operator -> fits(field, operator))
                .map(operator -> new Comparison(
                        operator.wireName(), operator.operand().name().toLowerCase(Locale.ROOT)))
                .toList();
        return new Choice(field.path(), field.type().name().toLowerCase(Locale.ROOT), field.enumValues(), fitting);
    }

    private static boolean fits(Field field, Operator operator) {
        List<Finding> findings = new ArrayList<>();
        Object sample = operator.operand() == Operator.Operand.NONE ? null : 1;
        OperatorCheck.check(field, operator, sample, findings);
        return findings.isEmpty();
    }
}
