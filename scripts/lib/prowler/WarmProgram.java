import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.cli.CommandLineApp;
import org.rulebatch.engine.Engine;
import org.rulebatch.engine.ErrorType;
import org.rulebatch.engine.NotConfigured;
import org.rulebatch.engine.ReadCall;
import org.rulebatch.engine.ReadReply;
import org.rulebatch.engine.RuleFiles;
import org.rulebatch.engine.Verdict;
import org.rulebatch.engine.aws.AwsGeography;
import org.rulebatch.knowledge.Knowledge;
import tools.jackson.databind.ObjectMapper;

/**
 * Runs many command lines in one JVM, since a start takes longer than a scan. A line of standard input is a request, a line of
 * standard output its answer, both JSON.
 *
 * <ul>
 *   <li>{@code {"arguments": [...]}} is answered {@code {"out": text, "err": text}} by the program itself.
 *   <li>{@code {"rules": file, "regions": [...], "reads": URL, "now": time}} is answered {@code {"verdicts": [...]}} by the engine,
 *       whose reads are posted to that URL instead of AWS's wire.
 * </ul>
 */
public final class WarmProgram {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Catalog CATALOG = Catalog.bundled();
    private static final NotConfigured NOT_CONFIGURED = new NotConfigured(Knowledge.bundled());

    public static void main(String[] unused) throws IOException {
        PrintStream answers = System.out;
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
            Map<?, ?> request = JSON.readValue(line, Map.class);
            answers.println(JSON.writeValueAsString(request.containsKey("arguments") ? ofProgram(request) : ofEngine(request)));
            answers.flush();
        }
    }

    private static Map<String, Object> ofProgram(Map<?, ?> request) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream standardOut = System.out;
        PrintStream standardErr = System.err;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            String[] arguments = texts(request.get("arguments")).toArray(String[]::new);
            CommandLineApp.of(arguments).run(arguments);
        } finally {
            System.out.flush();
            System.err.flush();
            System.setOut(standardOut);
            System.setErr(standardErr);
        }
        return Map.of("out", out.toString(StandardCharsets.UTF_8), "err", err.toString(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> ofEngine(Map<?, ?> request) throws IOException {
        List<String> regions = texts(request.get("regions"));
        String url = String.valueOf(request.get("reads"));
        Clock clock = Clock.fixed(Instant.parse(String.valueOf(request.get("now"))), ZoneOffset.UTC);
        Engine engine =
                new Engine(call -> read(call, url), new AwsGeography(CATALOG, regions.get(0)), CATALOG, clock, 2);
        List<Map<String, String>> verdicts = engine
                .run(RuleFiles.read(Path.of(String.valueOf(request.get("rules")))), regions)
                .verdicts()
                .map(WarmProgram::flat)
                .toList();
        return Map.of("verdicts", verdicts);
    }

    private static Map<String, String> flat(Verdict verdict) {
        return Map.of(
                "status", verdict.status().name(),
                "region", verdict.region(),
                "resource", verdict.resource(),
                "reason", verdict.reason());
    }

    private static ReadReply read(ReadCall call, String url) {
        Map<String, Object> question = Map.of(
                "client", call.client(), "action", call.action(), "region", call.region(), "params", call.params());
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                    .timeout(Duration.ofSeconds(40))
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(question)))
                    .build();
            String body = HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return reply(call, JSON.readValue(body, Map.class));
        } catch (IOException e) {
            return new ReadReply.Failure(ErrorType.UNKNOWN, "", call + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ReadReply.Failure(ErrorType.UNKNOWN, "", call + ": interrupted");
        }
    }

    @SuppressWarnings("unchecked")
    private static ReadReply reply(ReadCall call, Map<?, ?> reply) {
        if (!reply.containsKey("code")) {
            return new ReadReply.Answer((Map<String, Object>) typed(reply.get("answer")));
        }
        String code = String.valueOf(reply.get("code"));
        return NOT_CONFIGURED.means(call.client(), call.action(), code)
                ? new ReadReply.NotConfigured(code)
                : new ReadReply.Failure(ErrorType.UNKNOWN, code, call + ": " + code + " " + reply.get("message"));
    }

    /** JSON has no times; they come as {@code {"$time": seconds}}. */
    private static Object typed(Object value) {
        if (value instanceof Map<?, ?> map) {
            if (map.get("$time") instanceof Number seconds) {
                return Instant.ofEpochMilli(Math.round(seconds.doubleValue() * 1000));
            }
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, each) -> copy.put(String.valueOf(key), typed(each)));
            return copy;
        }
        return value instanceof List<?> list ? list.stream().map(WarmProgram::typed).toList() : value;
    }

    private static List<String> texts(Object list) {
        List<String> texts = new ArrayList<>();
        ((List<?>) list).forEach(each -> texts.add(String.valueOf(each)));
        return texts;
    }
}
