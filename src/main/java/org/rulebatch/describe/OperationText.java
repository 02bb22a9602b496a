package org.rulebatch.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rulebatch.catalog.Field;
import org.rulebatch.catalog.Operation;
import org.rulebatch.catalog.Parameter;
import org.rulebatch.requirement.Call;
import org.rulebatch.ruleyaml.Chains;
import org.rulebatch.ruleyaml.PlannedCall;

/** Says what a read takes, where its required parameters come from, and what it answers. */
final class OperationText {

    private final Chains chains;

    OperationText(Chains chains) {
        this.chains = chains;
    }

    String of(Operation operation) {
        Page page = new Page().line(0, operation + ": " + operation.name());
        if (!operation.isRead()) {
            return page.line(2, "is not a read that a rule may use: " + operation.accessReason())
                    .toString();
        }
        operation.paginator().ifPresent(paginator -> page.line(2, "answers page by page; the engine turns the pages"));
        parameters(page, operation);
        page.gap().line(0, "Fields");
        operation.fields().forEach(field -> page.line(2, field(field)));
        if (!operation.errors().isEmpty()) {
            page.gap().line(0, "Errors it declares").line(2, String.join(", ", operation.errors()));
        }
        return page.toString();
    }

    private void parameters(Page page, Operation operation) {
        if (operation.parameters().isEmpty()) {
            page.gap().line(0, "Takes no parameter");
            return;
        }
        page.gap().line(0, "Parameters");
        Optional<PlannedCall> plan = chains.plan(Call.of(operation.client(), operation.method()));
        for (Parameter parameter : operation.parameters()) {
            page.line(2, parameter(parameter));
            if (parameter.required()) {
                page.line(4, plan.map(call -> source(call, parameter)).orElse("nothing supplies it"));
            }
        }
    }

    private static String source(PlannedCall plan, Parameter parameter) {
        Object literal = plan.literals().get(parameter.name());
        if (literal != null) {
            return "always " + literal;
        }
        PlannedCall.Supply supply = plan.bound().get(parameter.name());
        return supply == null ? "nothing supplies it" : "from " + supply.from().operation() + " " + supply.path();
    }

    private static String parameter(Parameter parameter) {
        List<String> parts = new ArrayList<>();
        parts.add(parameter.name() + ": " + parameter.type().name().toLowerCase(Locale.ROOT));
        if (parameter.required()) {
            parts.add("required");
        }
        if (!parameter.enumValues().isEmpty()) {
            parts.add("one of " + String.join(" ", parameter.enumValues()));
        }
        return String.join(", ", parts);
    }

    private static String field(Field field) {
        String type = field.path() + ": " + field.type().name().toLowerCase(Locale.ROOT);
        String values = field.enumValues().isEmpty() ? "" : ", one of " + String.join(" ", field.enumValues());
        return type + values + (field.deprecated() ? ", deprecated" : "");
    }
}
