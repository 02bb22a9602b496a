package org.rulebatch.engine.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Operation;
import org.rulebatch.engine.ErrorType;
import org.rulebatch.engine.ReadCall;
import org.rulebatch.engine.ReadReply;
import org.rulebatch.engine.aws.AwsReadClient;
import org.rulebatch.yaml.YamlDocument;
import tools.jackson.databind.JsonNode;

/** Ensures that this client's answers are boto3's, over every protocol. */
@Tag("emulator")
final class OracleTest {

    /** What the emulator answers with the body of another operation, which boto3 reads all the same. */
    private static final Set<String> OF_ANOTHER = Set.of("s3.get_bucket_request_payment", "s3.list_directory_buckets");

    private static final Path FOLDER = Path.of("src/test/resources/emulator");

    private static final Boto BOTO = new Boto();
    private static final AwsReadClient CLIENT = Emulator.client();
    private static final Seed SEED = new Seed(BOTO);

    private final List<String> equal = new ArrayList<>();
    private final List<String> different = new ArrayList<>();
    private int withContent;

    private static void make(String seed) throws IOException {
        Emulator.reset();
        SEED.make(YamlDocument.read(FOLDER.resolve(seed)).root());
    }

    @AfterAll
    static void close() {
        CLIENT.close();
        BOTO.close();
    }

    @Test
    void answersToReadsWithoutParametersAreEqual() throws IOException {
        make("seed.yaml");
        JsonNode clients = YamlDocument.read(FOLDER.resolve("clients.yaml")).root();
        for (JsonNode client : clients) {
            for (Operation read :
                    Catalog.bundled().service(client.asString()).orElseThrow().reads()) {
                if (read.required().isEmpty()) {
                    compare(read.client(), read.method(), Map.of());
                }
            }
        }

        report("without parameters");
        assertThat(different).isEmpty();
        assertThat(equal).hasSizeGreaterThan(300);
    }

    @Test
    void answersToReadsOfResourcesAreEqual() throws IOException {
        make("seed.yaml");
        for (JsonNode read : YamlDocument.read(FOLDER.resolve("reads.yaml")).root()) {
            Object params = SEED.params(read.path("params"));
            compare(Seed.client(read), Seed.method(read), typed((Map<?, ?>) params));
        }

        report("of resources");
        assertThat(different).isEmpty();
        assertThat(withContent).isGreaterThanOrEqualTo(50);
    }

    @Test
    void allPagesOfAnAnswerAreEqual() throws IOException {
        make("pages-seed.yaml");
        for (JsonNode read : YamlDocument.read(FOLDER.resolve("pages.yaml")).root()) {
            Map<String, Object> params = typed((Map<?, ?>) SEED.params(read.path("params")));
            JsonNode all = BOTO.call(Seed.client(read), Seed.method(read), params, true)
                    .path("answer");
            ReadReply reply = read(Seed.client(read), Seed.method(read), params);

            assertThat(reply).isInstanceOf(ReadReply.Answer.class);
            Map<?, ?> ours = (Map<?, ?>) Plain.ours(((ReadReply.Answer) reply).response());
            String key = read.path("key").asString();
            Object theirs = Plain.theirs(all.path(key));
            assertThat(ours.get(key))
                    .as(() -> Plain.difference(key, ours.get(key), theirs))
                    .isEqualTo(theirs);
            assertThat((List<?>) ours.get(key)).hasSize(read.path("count").asInt());
        }
    }

    private void compare(String client, String method, Map<String, Object> params) {
        if (OF_ANOTHER.contains(client + "." + method)) {
            assertThat(read(client, method, params))
                    .isInstanceOfSatisfying(ReadReply.Failure.class, failure -> assertThat(failure.type())
                            .isEqualTo(ErrorType.UNREAD_ANSWER));
            return;
        }
        JsonNode theirs = BOTO.call(client, method, params, false);
        int status = theirs.path("status").asInt();
        boolean emulated = theirs.has("answer") || (status >= 400 && status < 500 && status != 404 && status != 405);
        if (!emulated) {
            return; // the emulator lacks the operation: nothing to compare
        }
        String name = client + "." + method + params;
        Object ours = plain(read(client, method, params));
        if (ours.equals(plain(theirs))) {
            withContent += theirs.path("answer").toString().length() > 60 ? 1 : 0;
            equal.add(name);
        } else if (theirs.equals(BOTO.call(client, method, params, false))) { // else it changes by itself
            different.add(Plain.difference(name, ours, plain(theirs)));
        }
    }

    private static Object plain(JsonNode theirs) {
        return theirs.has("answer")
                ? Plain.theirs(theirs.path("answer"))
                : theirs.path("error").asString();
    }

    private static Object plain(ReadReply ours) {
        if (ours instanceof ReadReply.Answer answer) {
            return Plain.ours(answer.response());
        }
        return ours instanceof ReadReply.NotConfigured absent ? absent.code() : ((ReadReply.Failure) ours).code();
    }

    private static ReadReply read(String client, String method, Map<String, Object> params) {
        return CLIENT.read(new ReadCall(client, method, Emulator.REGION, params));
    }

    private void report(String what) {
        Map<String, Integer> protocols = new TreeMap<>();
        equal.forEach(name -> protocols.merge(protocol(name), 1, Integer::sum));
        System.out.println("Oracle, reads " + what + ": " + equal.size() + " equal (" + withContent + " with content), "
                + different.size() + " different; by protocol " + protocols);
        different.forEach(System.out::println);
    }

    private static String protocol(String name) {
        String client = name.substring(0, name.indexOf('.'));
        return Catalog.bundled()
                .service(client)
                .orElseThrow()
                .model()
                .metadata()
                .text("protocol");
    }

    @SuppressWarnings("unchecked") // params have text keys
    private static Map<String, Object> typed(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }
}
