package org.rulebatch.generate.llm.chat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Nearest;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Expectation;
import org.rulebatch.requirement.Finding;
import org.rulebatch.requirement.Operator;
import org.rulebatch.requirement.Quantifier;
import org.rulebatch.requirement.Where;
import tools.jackson.databind.JsonNode;

/**
 * Reads the conditions of a reply. Where a condition says what its candidate says, it is the candidate's own, with the filters and
 * the meaning of a missing value that people gave it.
 */
final class ConditionReader {

    private final Choices choices;
    private final List<Finding> findings;

    ConditionReader(Choices choices, List<Finding> findings) {
        this.choices = choices;
        this.findings = findings;
    }

    Optional<Condition> read(JsonNode stated) {
        String id = stated.path("candidate").asString("");
        Optional<Choice> choice = choices.find(id);
        Optional<Operator> operator = operator(stated.path("operator").asString(""));
        if (choice.isEmpty()) {
            findings.add(ReplyReader.wrong(
                    "reply.candidate",
                    cut(id),
                    "there is no candidate '" + cut(id) + "'; there are c1 to c"
                            + choices.ids().size()));
        }
        if (choice.isEmpty() || operator.isEmpty()) {
            return Optional.empty();
        }
        return condition(choice.get().lead().condition(), operator.get(), stated);
    }

    private Optional<Condition> condition(Condition offered, Operator operator, JsonNode stated) {
        Expectation own = offered.expectation();
        Object value = operator.operand() == Operator.Operand.NONE ? null : value(stated.path("value"));
        String word = stated.path("quantifier").asString("");
        Optional<Quantifier> quantifier = Quantifier.of(word);
        if (!word.isEmpty() && quantifier.isEmpty()) {
            findings.add(ReplyReader.wrong(
                    "reply.quantifier", offered.path(), "there is no quantifier '" + cut(word) + "'"));
            return Optional.empty();
        }
        List<Where> where = where(stated.path("where"));
        Quantifier over = quantifier.orElse(own.quantifier());
        if (over == null && !where.isEmpty()) {
            findings.add(ReplyReader.wrong(
                    "reply.where", offered.path(), "where needs a quantifier: every, some or none of the elements"));
            return Optional.empty();
        }
        List<Where> filters = where.isEmpty() && over == own.quantifier() ? own.where() : where;
        Expectation.Absence absent = operator == own.operator() ? own.absent() : null;
        Expectation expected = new Expectation(operator, value, own.key(), over, filters, absent);
        boolean sameElements = over == own.quantifier();
        return Optional.of(new Condition(
                offered.name(), offered.call(), sameElements ? offered.items() : null, offered.path(), expected));
    }

    private List<Where> where(JsonNode stated) {
        List<Where> filters = new ArrayList<>();
        for (JsonNode each : stated) {
            Optional<Operator> operator = operator(each.path("operator").asString(""));
            operator.ifPresent(op -> filters.add(new Where(
                    each.path("field").asString(""),
                    op,
                    op.operand() == Operator.Operand.NONE ? null : value(each.path("value")))));
        }
        return filters;
    }

    private Optional<Operator> operator(String word) {
        Optional<Operator> operator = Operator.of(word);
        if (operator.isEmpty()) {
            List<String> known =
                    Arrays.stream(Operator.values()).map(Operator::wireName).toList();
            String near = Nearest.to(word, known)
                    .map(name -> "; did you mean " + name + "?")
                    .orElse("");
            findings.add(
                    ReplyReader.wrong("reply.operator", "operator", "there is no operator '" + cut(word) + "'" + near));
        }
        return operator;
    }

    private static @Nullable Object value(JsonNode stated) {
        if (stated.isArray()) {
            List<Object> values = new ArrayList<>();
            stated.forEach(each -> values.add(each.isNumber() ? each.numberValue() : each.asString("")));
            return values;
        }
        if (stated.isNumber()) {
            return stated.numberValue();
        }
        return stated.isBoolean() ? stated.booleanValue() : stated.isString() ? stated.stringValue() : null;
    }

    private static String cut(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
