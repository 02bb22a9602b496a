package org.rulebatch.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Field;
import org.rulebatch.catalog.Operation;
import org.rulebatch.check.EveryValue;
import org.rulebatch.check.OperationCheck;
import org.rulebatch.check.OperatorCheck;
import org.rulebatch.check.QuantifierCheck;
import org.rulebatch.check.UnknownField;
import org.rulebatch.check.ValueCheck;
import org.rulebatch.language.Language;
import org.rulebatch.requirement.Call;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Conditions;
import org.rulebatch.requirement.Expectation;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Finding;
import org.rulebatch.requirement.Requirement;
import org.rulebatch.requirement.Where;
import org.rulebatch.ruleyaml.Chains;
import org.rulebatch.ruleyaml.CheckPlan;
import org.springframework.util.function.SingletonSupplier;

/** Runs the checks over a requirement, in an order in which each can rely on the ones before it. */
public final class Validator {

    private final OperationCheck operations;
    private final BindingCheck bindings;
    private final ExpressionsCheck expressions;

    public Validator(Catalog catalog, Chains chains) {
        this(catalog, chains, SingletonSupplier.of(() -> Language.of(catalog)));
    }

    /** @param language gives the same one each time */
    public Validator(Catalog catalog, Chains chains, Supplier<Language> language) {
        this.operations = new OperationCheck(catalog);
        this.bindings = new BindingCheck(chains);
        this.expressions = new ExpressionsCheck(operations, chains, language);
    }

    /** Checks a requirement and corrects what is unambiguous; what is wrong is in the findings. */
    public ValidatedRequirement validate(Requirement requirement) {
        return requirement instanceof Expressions asked ? expressions.check(asked) : validate((Conditions) requirement);
    }

    private ValidatedRequirement validate(Conditions requirement) {
        List<Finding> findings = new ArrayList<>();
        List<FieldCheck> fields = new ArrayList<>();
        List<Condition> corrected = new ArrayList<>();
        for (Condition condition : requirement.conditions()) {
            Optional<Operation> operation = operations.check(condition.call(), findings);
            if (operation.isEmpty()) {
                fields.add(new FieldCheck(false, condition.path(), null, "not_found", null, List.of()));
                corrected.add(condition);
                continue;
            }
            FieldCheck field = PathCheck.check(operation.get(), condition.path(), findings);
            fields.add(field);
            Condition named = named(condition, operation.get()).withPath(field.correctName());
            corrected.add(
                    field.exists() ? named.withExpectation(expectation(operation.get(), named, findings)) : named);
        }
        Conditions result = new Conditions(corrected, requirement.logic());
        CheckPlan plan = findings.stream().anyMatch(Finding::isError) ? null : bindings.plan(result, findings);
        return new ValidatedRequirement(result, fields, findings, plan);
    }

    private static Expectation expectation(Operation operation, Condition condition, List<Finding> findings) {
        Expectation stated = condition.expectation();
        Field field = operation.field(condition.path()).orElseThrow();
        QuantifierCheck.check(condition.path(), stated, findings);
        OperatorCheck.check(field, stated.operator(), stated.value(), findings);
        List<Where> where = new ArrayList<>();
        for (Where each : stated.where()) {
            Optional<Field> at = operation.field(each.path());
            if (at.isEmpty()) {
                findings.add(UnknownField.in(operation, each.path()));
                where.add(each);
                continue;
            }
            OperatorCheck.check(at.get(), each.operator(), each.value(), findings);
            Object value = ValueCheck.of(operation, at.get(), findings).check(each.operator(), each.value());
            where.add(new Where(each.path(), each.operator(), value));
        }
        Object value = ValueCheck.of(operation, field, findings).check(stated.operator(), stated.value());
        if (stated.metByAbsence() && EveryValue.complies(field, stated.operator(), value)) {
            String message = "every value that the API knows for " + field.path() + " complies, and so does none";
            findings.add(Finding.error("condition.always", field.path(), message, "name the values that comply"));
        }
        return stated.withValue(value).withWhere(where);
    }

    /** The condition with the operation named as boto3 names it. */
    private static Condition named(Condition condition, Operation operation) {
        Call call = condition.call();
        return condition.withCall(new Call(call.client(), operation.method(), call.params(), call.bind()));
    }
}
