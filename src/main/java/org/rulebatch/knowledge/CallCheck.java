package org.rulebatch.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Nearest;
import org.rulebatch.catalog.Operation;
import org.rulebatch.catalog.Parameter;
import org.rulebatch.check.OperationCheck;
import org.rulebatch.check.UnknownField;
import org.rulebatch.requirement.Binding;
import org.rulebatch.requirement.Call;

/** Ensures that a call is a read, that its parameters exist, and that what is bound to them is returned by a read. */
final class CallCheck {

    private final OperationCheck operations;
    private final FileFindings findings;

    CallCheck(Catalog catalog, FileFindings findings) {
        this.operations = new OperationCheck(catalog);
        this.findings = findings;
    }

    /** The operation; empty where a finding says that it cannot be used. */
    Optional<Operation> check(Call call, String pointer) {
        Optional<Operation> operation = findings.collect(pointer + "/operation", here -> operations.check(call, here));
        operation.ifPresent(known -> {
            Stream.concat(call.params().keySet().stream(), call.bind().keySet().stream())
                    .forEach(name -> parameter(known, name, pointer));
            call.bind().forEach((name, binding) -> binding(binding, pointer + "/bind/" + name));
        });
        return operation;
    }

    private void parameter(Operation operation, String name, String pointer) {
        List<String> known =
                operation.parameters().stream().map(Parameter::name).toList();
        if (!known.contains(name)) {
            String hint = Nearest.to(name, known)
                    .map(near -> "did you mean " + near + "?")
                    .orElse("");
            findings.add(pointer, "parameter.unknown", operation + " takes no " + name, hint);
        }
    }

    private void binding(Binding binding, String pointer) {
        check(binding.call(), pointer)
                .filter(read -> !isReturned(read, binding.path()))
                .ifPresent(read -> findings.add(pointer + "/path", UnknownField.in(read, binding.path())));
    }

    /** The field itself, or a whole element of a list of structures. */
    private static boolean isReturned(Operation read, String path) {
        return read.field(path).isPresent()
                || path.endsWith("[]")
                        && read.field(path.substring(0, path.length() - 2)).isPresent();
    }
}
