package org.rulebatch.engine.testing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rulebatch.engine.ErrorType;
import org.rulebatch.report.entry.ErrorCause;
import org.rulebatch.report.entry.ServiceTest;
import org.rulebatch.report.entry.ServiceTest.Error;

/** Groups the errors of a test into causes, the most frequent first. */
final class ErrorCauses {

    private record Entry(String service, Error error) {}

    private ErrorCauses() {}

    /** @param tests by service */
    static List<ErrorCause> of(Map<String, ServiceTest> tests) {
        Map<List<String>, List<Entry>> groups = new LinkedHashMap<>();
        tests.forEach((service, test) -> test.errors().forEach(error -> groups.computeIfAbsent(
                        List.of(error.type(), error.operation(), pattern(error.message())), key -> new ArrayList<>())
                .add(new Entry(service, error))));
        return groups.entrySet().stream()
                .map(group -> cause(group.getKey(), group.getValue()))
                .sorted(Comparator.comparingInt(ErrorCause::count)
                        .reversed()
                        .thenComparing(ErrorCause::operation)
                        .thenComparing(ErrorCause::pattern))
                .toList();
    }

    private static ErrorCause cause(List<String> key, List<Entry> entries) {
        List<String> services =
                entries.stream().map(Entry::service).distinct().sorted().toList();
        List<String> rules = entries.stream()
                .map(entry -> entry.error().ruleId())
                .distinct()
                .sorted()
                .toList();
        String example = entries.get(0).error().message();
        ErrorType type = ErrorType.valueOf(key.get(0).toUpperCase(Locale.ROOT));
        return new ErrorCause(
                key.get(0), key.get(1), key.get(2), entries.size(), services, rules, example, fix(type, key.get(1)));
    }

    /** The message without what differs from resource to resource. */
    private static String pattern(String message) {
        return message.replaceAll("\\{[^}]*}", "*")
                .replaceAll("'[^']*'|\"[^\"]*\"", "*")
                .replaceAll(" in [a-z]{2}(-[a-z]+)+-\\d+", " in *")
                .replaceAll("arn:\\S+", "*")
                .replaceAll("\\b(?=\\w*\\d)[\\w/-]{4,}", "*")
                .replaceAll("\\d+", "*");
    }

    private static String fix(ErrorType type, String operation) {
        return switch (type) {
            case ACCESS_DENIED ->
                "Allow the role to call " + operation + "; 'scan --print-iam-policy' prints the policy that is needed.";
            case THROTTLED -> "Lower --aws.calls-per-second, or run when the account is less busy.";
            case NOT_SUPPORTED ->
                "The service, region or emulator does not have " + operation + "; leave the region out, or accept it.";
            case MISSING_PARAMETER, INVALID_PARAMETER ->
                "State the parameter in ruleyaml/parameters.yaml or in the fact's params, and generate the rules again.";
            case UNRESOLVED_TEMPLATE -> "The parent does not emit what the child needs; generate the rules again.";
            case FIELD_ACCESS -> "The operator does not fit the values that come; correct the condition of the rules.";
            case ENDPOINT -> "The service is not reachable or not in the region; check --regions and the network.";
            case TIMEOUT -> "The service did not answer in time; run again.";
            case UNREAD_ANSWER ->
                "What came is not the whole answer of " + operation
                        + "; check proxies and --aws.endpoint-url, and run again.";
            case UNKNOWN -> "Read the message; if it means 'not configured', add it to engine/not-configured.yaml.";
        };
    }
}
