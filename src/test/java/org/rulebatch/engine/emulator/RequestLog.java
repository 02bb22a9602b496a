package org.rulebatch.engine.emulator;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Facts;
import org.rulebatch.catalog.Operation;
import org.rulebatch.catalog.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells which of the requests that reached the emulator are no reads of the catalog. */
final class RequestLog {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern ACTION = Pattern.compile("(?:^|[?&])Action=(\\w+)");
    private static final Pattern SIGNED_FOR = Pattern.compile("Credential=[^/]+/\\d+/[^/]+/([^/]+)/");
    private static final List<Service> SERVICES = Catalog.bundled().clients().stream()
            .map(client -> Catalog.bundled().service(client).orElseThrow())
            .toList();

    private RequestLog() {}

    /** @param lines of {@link Emulator#recorded()} */
    static List<String> otherThanReads(List<String> lines) {
        return lines.stream().filter(line -> !isRead(JSON.readTree(line))).toList();
    }

    private static boolean isRead(JsonNode request) {
        List<Service> services = signedFor(request);
        String target = request.path("headers").path("X-Amz-Target").asString("");
        if (!target.isEmpty()) {
            return isRead(services, target.substring(target.lastIndexOf('.') + 1));
        }
        Matcher action = ACTION.matcher(body(request));
        return action.find() ? isRead(services, action.group(1)) : isReadPath(services, request);
    }

    /** The services of the signature; all where a request is not signed. */
    private static List<Service> signedFor(JsonNode request) {
        Matcher signed =
                SIGNED_FOR.matcher(request.path("headers").path("Authorization").asString(""));
        return signed.find()
                ? SERVICES.stream()
                        .filter(service -> signingName(service).equals(signed.group(1)))
                        .toList()
                : SERVICES;
    }

    private static String signingName(Service service) {
        Facts metadata = service.model().metadata();
        return metadata.find("signingName").orElse(metadata.text("endpointPrefix"));
    }

    private static String body(JsonNode request) {
        String body = request.path("body").asString("");
        return request.path("body_encoded").asBoolean()
                ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8)
                : body;
    }

    private static boolean isRead(List<Service> services, String operation) {
        return services.stream().anyMatch(service -> {
            Optional<Operation> found = service.operation(operation);
            return found.filter(Operation::isRead).isPresent();
        });
    }

    /** REST services are told by method and path. */
    private static boolean isReadPath(List<Service> services, JsonNode request) {
        String method = request.path("method").asString().toUpperCase(Locale.ROOT);
        String path = URI.create(request.path("url").asString()).getRawPath();
        return services.stream()
                .flatMap(service -> service.reads().stream().map(read -> service.model()
                        .operation(read.name())
                        .orElseThrow()
                        .at("http")))
                .filter(http -> http.text("method").equals(method))
                .anyMatch(http -> path.matches(pattern(http.text("requestUri"))));
    }

    private static String pattern(String requestUri) {
        return requestUri
                        .replaceFirst("\\?.*", "")
                        .replaceAll("/$", "")
                        .replaceAll("\\{[^}]*\\+}", ".+")
                        .replaceAll("\\{[^}]*}", "[^/]+")
                + "/?";
    }
}
