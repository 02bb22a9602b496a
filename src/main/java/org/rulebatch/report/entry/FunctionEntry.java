package org.rulebatch.report.entry;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Parameter;
import org.rulebatch.ruleyaml.PlannedCall;

/**
 * A read of an AWS API.
 *
 * @param client boto3 client, {@code ec2}
 * @param method boto3 method, {@code describe_volumes}
 * @param operation the API's own name, {@code DescribeVolumes}
 * @param independent whether it needs nothing that another read supplies
 * @param mainOutputField the list whose elements are judged; null where the answer describes one resource
 */
public record FunctionEntry(
        String client,
        @JsonProperty("python_method") String method,
        @JsonProperty("boto3_operation") String operation,
        @JsonProperty("is_independent") boolean independent,
        List<String> requiredParams,
        @Nullable String mainOutputField) {

    public FunctionEntry {
        client = Objects.requireNonNullElse(client, "");
        method = Objects.requireNonNullElse(method, "");
        operation = Objects.requireNonNullElse(operation, "");
        requiredParams = requiredParams == null ? List.of() : List.copyOf(requiredParams);
    }

    static FunctionEntry of(PlannedCall call) {
        return new FunctionEntry(
                call.operation().client(),
                call.operation().method(),
                call.operation().name(),
                call.isIndependent(),
                call.operation().required().stream().map(Parameter::name).toList(),
                call.items().isEmpty() ? null : call.items().replaceFirst("(\\[]|\\{})$", ""));
    }

    /** {@code ec2.describe_volumes}; empty where the read has no name. */
    public String call() {
        return method.isEmpty() ? "" : client + "." + method;
    }
}
