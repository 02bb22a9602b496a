package org.rulebatch.engine.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Operation;
import org.rulebatch.catalog.Service;
import org.rulebatch.engine.CheckError;
import org.rulebatch.engine.Engine;
import org.rulebatch.engine.RunResult;
import org.rulebatch.engine.aws.AwsGeography;
import org.rulebatch.engine.aws.AwsReadClient;
import org.rulebatch.metadata.RuleFolder;
import org.rulebatch.ruleyaml.RuleDocument;
import org.rulebatch.yaml.YamlDocument;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Ensures that all starter rules run without a fault of their own, and that nothing but reads reaches the service. */
@Tag("emulator")
final class StarterRunTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern ACTION = Pattern.compile("(?:^|[?&])Action=(\\w+)");

    @Test
    void runsAllStarterRulesAndOnlyReads() throws IOException {
        Emulator.reset();
        try (Boto boto = new Boto()) {
            new Seed(boto)
                    .make(YamlDocument.read(Path.of("src/test/resources/emulator/seed.yaml"))
                            .root());
        }
        StarterRules rules = new StarterRules();
        List<RuleDocument> documents = new ArrayList<>();
        for (String service : new RuleFolder(StarterRules.FOLDER).services()) {
            rules.find(service).ifPresent(documents::add);
        }

        Emulator.record();
        RunResult result = run(documents);
        List<String> requests = Emulator.recorded().lines().toList();

        List<CheckError> own = result.services().stream()
                .flatMap(service -> service.errors().stream())
                .filter(StarterRunTest::isOwnFault)
                .toList();
        assertThat(documents).hasSizeGreaterThan(40);
        assertThat(own).isEmpty();
        assertThat(requests).hasSizeGreaterThan(100);
        assertThat(requests).allSatisfy(request -> assertThat(changes(request)).isEmpty());
    }

    private static RunResult run(List<RuleDocument> documents) {
        try (AwsReadClient client = Emulator.client()) {
            AwsGeography geography = new AwsGeography(Catalog.bundled(), Emulator.REGION);
            return new Engine(client, geography, Clock.systemUTC(), 4).run(documents, List.of(Emulator.REGION));
        }
    }

    private static boolean isOwnFault(CheckError error) {
        return switch (error.type()) {
            case MISSING_PARAMETER, INVALID_PARAMETER, UNRESOLVED_TEMPLATE, FIELD_ACCESS -> true;
            default -> false;
        };
    }

    /** The operation of a request that is no read of the catalog; empty for a read. */
    private static String changes(String line) {
        JsonNode request = JSON.readTree(line);
        String target = request.path("headers").path("X-Amz-Target").asString("");
        if (!target.isEmpty()) {
            return isRead(target.substring(target.lastIndexOf('.') + 1)) ? "" : target;
        }
        String body = request.path("body_encoded").asBoolean()
                ? new String(Base64.getDecoder().decode(request.path("body").asString()), StandardCharsets.UTF_8)
                : request.path("body").asString("");
        Matcher action = ACTION.matcher(body);
        if (action.find()) {
            return isRead(action.group(1)) ? "" : action.group(1);
        }
        String method = request.path("method").asString().toUpperCase(Locale.ROOT);
        return method.equals("GET") || method.equals("HEAD") || isReadPath(method, request) ? "" : line;
    }

    private static boolean isRead(String operation) {
        return services()
                .anyMatch(service ->
                        service.operation(operation).filter(Operation::isRead).isPresent());
    }

    /** REST services read by POST too, with the path of the operation. */
    private static boolean isReadPath(String method, JsonNode request) {
        String path = URI.create(request.path("url").asString()).getRawPath();
        return services()
                .flatMap(service -> service.reads().stream().map(read -> service.model()
                        .operation(read.name())
                        .orElseThrow()
                        .at("http")))
                .filter(http -> http.text("method").equals(method))
                .anyMatch(http -> path.matches(
                        http.text("requestUri").replaceFirst("\\?.*", "").replaceAll("\\{[^}]*}", "[^/]+")));
    }

    private static Stream<Service> services() {
        return Catalog.bundled().clients().stream()
                .map(client -> Catalog.bundled().service(client).orElseThrow());
    }
}
