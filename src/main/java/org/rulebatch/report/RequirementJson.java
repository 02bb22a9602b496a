package org.rulebatch.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Parameter;
import org.rulebatch.requirement.Binding;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Expectation;
import org.rulebatch.requirement.Quantifier;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Subject;
import org.rulebatch.ruleyaml.CheckPlan;
import org.rulebatch.ruleyaml.ConditionsPlan;
import org.rulebatch.ruleyaml.ExpressionsPlan;
import org.rulebatch.ruleyaml.ItemPlan;
import org.rulebatch.requirement.Where;
import org.rulebatch.ruleyaml.PlannedCall;
import org.rulebatch.validate.FieldCheck;
import org.rulebatch.validate.ValidatedRequirement;

/** The parts of an automated rule's entry that say what is read and what is expected. */
record RequirementJson(ValidatedRequirement validated, CheckPlan plan) {

    static final String EXPRESSION = "expression";

    Map<String, @Nullable Object> fieldsAndLogic() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        if (plan instanceof ConditionsPlan conditions) {
            json.put("fields", fields(conditions));
            json.put(
                    "condition_logic",
                    conditions.conditions().logic().name().toLowerCase(Locale.ROOT));
        } else {
            List<Map<String, @Nullable Object>> fields = fields((ExpressionsPlan) plan);
            json.put("fields", fields);
            json.put("condition_logic", fields.size() == 1 ? "single" : "all");
        }
        return json;
    }

    Map<String, @Nullable Object> mainFunction() {
        return function(calls().get(0));
    }

    private List<PlannedCall> calls() {
        return plan instanceof ConditionsPlan conditions ? conditions.calls() : calls((ExpressionsPlan) plan);
    }

    private static List<PlannedCall> calls(ExpressionsPlan plan) {
        List<PlannedCall> calls = new ArrayList<>();
        Stream.concat(Stream.ofNullable(plan.item()), plan.with().values().stream())
                .map(ItemPlan::last)
                .forEach(calls::add);
        return calls;
    }

    private static List<Map<String, @Nullable Object>> fields(ConditionsPlan plan) {
        List<Map<String, @Nullable Object>> fields = new ArrayList<>();
        for (int i = 0; i < plan.calls().size(); i++) {
            Condition condition = plan.conditions().conditions().get(i);
            Map<String, @Nullable Object> field = field(condition);
            if (!condition.call().equals(plan.conditions().main().call())) {
                field.put("validated_function", function(plan.calls().get(i)));
            }
            fields.add(field);
        }
        return fields;
    }

    /** Every field that the expressions read; no one of them decides alone. */
    private static List<Map<String, @Nullable Object>> fields(ExpressionsPlan plan) {
        PlannedCall main = calls(plan).get(0);
        List<Map<String, @Nullable Object>> fields = new ArrayList<>();
        Stream.concat(Stream.ofNullable(plan.item()), plan.with().values().stream())
                .flatMap(items -> items.members().values().stream())
                .forEach(member -> {
                    Map<String, @Nullable Object> field = new LinkedHashMap<>();
                    field.put("conceptual_name", member.path()
                                    .replaceAll(".*[.\\]}](?=[^.])", "")
                                    .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                                    .toLowerCase(Locale.ROOT));
                    field.put("boto3_python_field", member.path());
                    field.put("operator", EXPRESSION);
                    field.put(
                            "boto3_python_field_expected_values",
                            plan.expressions().complies());
                    if (!member.from().operation().equals(main.operation())) {
                        field.put("validated_function", function(member.from()));
                    }
                    fields.add(field);
                });
        return fields;
    }

    /** The check as it stands in the rule file, but for the discoveries. */
    Map<String, @Nullable Object> check() {
        return plan instanceof ExpressionsPlan expressions ? check(expressions.expressions()) : Map.of();
    }

    static Map<String, @Nullable Object> check(Expressions asked) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("for_each", subject(asked.subject()));
        if (asked.where() != null) {
            json.put("where", asked.where());
        }
        if (!asked.with().isEmpty()) {
            Map<String, Object> with = new LinkedHashMap<>();
            asked.with().forEach((name, items) -> with.put(name, subject(items)));
            json.put("with", with);
        }
        if (!asked.parameters().isEmpty()) {
            json.put("parameters", asked.parameters());
        }
        json.put("complies", asked.complies());
        return json;
    }

    private static String subject(Subject subject) {
        return subject instanceof Subject.Items items
                ? items.reads().get(items.reads().size() - 1).call().toString()
                : ((Subject.Place) subject).wireName();
    }

    Map<String, @Nullable Object> fieldValidation() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        for (FieldCheck check : validated.fields()) {
            Map<String, @Nullable Object> field = new LinkedHashMap<>();
            field.put("exists", check.exists());
            field.put("correct_name", check.correctName());
            field.put("original_name", check.originalName());
            field.put("validation", check.validation());
            field.put("type", check.type());
            field.put("allowed_values", check.allowedValues());
            json.put(check.correctName(), field);
        }
        return json;
    }

    private static Map<String, @Nullable Object> field(Condition condition) {
        Expectation expectation = condition.expectation();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("conceptual_name", condition.name());
        json.put("boto3_python_field", condition.path());
        json.put("operator", expectation.operator().wireName());
        json.put("boto3_python_field_expected_values", expectation.value());
        putRest(json, condition);
        return json;
    }

    /** What only some conditions have: what the call is made with, and what is more to the expectation than a value. */
    static void putRest(Map<String, @Nullable Object> json, Condition condition) {
        Expectation expectation = condition.expectation();
        if (!condition.call().params().isEmpty()) {
            json.put("params", condition.call().params());
        }
        if (!condition.call().bind().isEmpty()) {
            json.put("bind", bind(condition.call().bind()));
        }
        if (condition.items() != null) {
            json.put("items", condition.items());
        }
        Quantifier quantifier = expectation.quantifier();
        if (quantifier != null) {
            json.put("quantifier", quantifier.wireName());
        }
        if (!expectation.where().isEmpty()) {
            json.put(
                    "where",
                    expectation.where().stream().map(RequirementJson::where).toList());
        }
        if (expectation.key() != null) {
            json.put("map_key", expectation.key());
        }
        Expectation.Absence absent = expectation.absent();
        if (absent != null) {
            json.put("absent", absent.name().toLowerCase(Locale.ROOT));
        }
    }

    private static Map<String, Object> bind(Map<String, Binding> bind) {
        Map<String, Object> json = new TreeMap<>();
        bind.forEach((parameter, from) -> json.put(
                parameter,
                new TreeMap<>(Map.of(
                        "client", from.call().client(),
                        "operation", from.call().operation(),
                        "params", from.call().params(),
                        "path", from.path()))));
        return json;
    }

    private static Map<String, @Nullable Object> where(Where where) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("path", where.path());
        json.put("operator", where.operator().wireName());
        json.put("value", where.value());
        return json;
    }

    private static Map<String, @Nullable Object> function(PlannedCall call) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("client", call.operation().client());
        json.put("python_method", call.operation().method());
        json.put("boto3_operation", call.operation().name());
        json.put("is_independent", call.isIndependent());
        json.put(
                "required_params",
                call.operation().required().stream().map(Parameter::name).toList());
        json.put("main_output_field", mainField(call.items()));
        return json;
    }

    private static @Nullable String mainField(String items) {
        return items.isEmpty() ? null : items.replaceFirst("(\\[]|\\{})$", "");
    }
}
