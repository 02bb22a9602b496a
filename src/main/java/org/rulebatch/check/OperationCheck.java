package org.rulebatch.check;

import java.util.List;
import java.util.Optional;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Operation;
import org.rulebatch.catalog.Service;
import org.rulebatch.requirement.Call;
import org.rulebatch.requirement.Finding;

/** Ensures that the operation exists and reads configuration: nothing that writes, and nothing that returns data. */
public final class OperationCheck {

    private final Catalog catalog;

    public OperationCheck(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The operation of a call; empty, with a finding, if a rule may not use it. */
    public Optional<Operation> check(Call call, List<Finding> findings) {
        Optional<Service> service = catalog.service(call.client());
        if (service.isEmpty()) {
            String hint = catalog.nearest(call.client())
                    .map(near -> "did you mean " + near + "?")
                    .orElse("");
            findings.add(Finding.error(
                    "client.unknown",
                    call.toString(),
                    "no boto3 client '" + call.client() + "' in " + catalog.version(),
                    hint));
            return Optional.empty();
        }
        Optional<Operation> operation = service.get().operation(call.operation());
        if (operation.isEmpty()) {
            String hint = service.get()
                    .nearest(call.operation())
                    .map(near -> "did you mean " + near + "?")
                    .orElse("");
            String message = call.client() + " has no operation '" + call.operation() + "' in " + catalog.version();
            findings.add(Finding.error("operation.unknown", call.toString(), message, hint));
        } else if (!operation.get().isRead()) {
            String message =
                    call + " is not a read of configuration: " + operation.get().accessReason();
            findings.add(Finding.error("operation.not_read", call.toString(), message, "use a describe, get or list"));
            return Optional.empty();
        }
        return operation;
    }
}
