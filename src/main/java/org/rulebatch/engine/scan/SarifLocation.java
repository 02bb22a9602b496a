package org.rulebatch.engine.scan;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a finding is: the resource by its name, and as the address that tools for code ask for. */
final class SarifLocation {

    private final VerdictJson verdict;

    SarifLocation(VerdictJson verdict) {
        this.verdict = verdict;
    }

    Map<String, Object> json() {
        return JsonObject.of(
                "physicalLocation",
                JsonObject.of("artifactLocation", JsonObject.of("uri", uri())),
                "logicalLocations",
                List.of(logical()));
    }

    private Map<String, Object> logical() {
        return verdict.resource().isEmpty()
                ? JsonObject.of("fullyQualifiedName", account("the account"), "kind", "account")
                : JsonObject.of("fullyQualifiedName", verdict.resource(), "kind", "resource");
    }

    /** {@code aws://<account>/<region>/<resource>}, without what is not known. */
    private String uri() {
        return Stream.of(account("-"), verdict.region(), verdict.resource())
                .filter(part -> !part.isEmpty())
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/", "aws://", ""));
    }

    private String account(String unknown) {
        return verdict.account().isEmpty() ? unknown : verdict.account();
    }
}
