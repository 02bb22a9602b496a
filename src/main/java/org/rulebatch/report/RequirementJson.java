package org.rulebatch.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Parameter;
import org.rulebatch.requirement.Binding;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Expectation;
import org.rulebatch.requirement.Quantifier;
import org.rulebatch.requirement.Requirement;
import org.rulebatch.requirement.Where;
import org.rulebatch.ruleyaml.PlannedCall;
import org.rulebatch.ruleyaml.RequirementPlan;
import org.rulebatch.validate.FieldCheck;
import org.rulebatch.validate.ValidatedRequirement;

/** The parts of an automated rule's entry that say what is read and what is expected. */
record RequirementJson(ValidatedRequirement validated, RequirementPlan plan) {

    Map<String, @Nullable Object> fieldsAndLogic() {
        Requirement requirement = validated.requirement();
        List<Map<String, @Nullable Object>> fields = new ArrayList<>();
        for (int i = 0; i < requirement.conditions().size(); i++) {
            Condition condition = requirement.conditions().get(i);
            Map<String, @Nullable Object> field = field(condition);
            if (!condition.call().equals(requirement.main().call())) {
                field.put("validated_function", function(plan.calls().get(i)));
            }
            fields.add(field);
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("fields", fields);
        json.put("condition_logic", requirement.logic().name().toLowerCase(Locale.ROOT));
        return json;
    }

    Map<String, @Nullable Object> mainFunction() {
        return function(plan.calls().get(0));
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
