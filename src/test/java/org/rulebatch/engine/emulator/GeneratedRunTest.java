package org.rulebatch.engine.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.engine.CheckError;
import org.rulebatch.engine.Engine;
import org.rulebatch.engine.ErrorType;
import org.rulebatch.engine.ReadCall;
import org.rulebatch.engine.RunResult;
import org.rulebatch.engine.ServiceRun;
import org.rulebatch.engine.Verdict;
import org.rulebatch.engine.aws.AwsGeography;
import org.rulebatch.engine.aws.AwsReadClient;
import org.rulebatch.ruleyaml.RuleDocument;
import org.rulebatch.yaml.YamlDocument;

/**
 * Ensures that all generated rules run without a fault of their own, that nothing but reads reaches the service, and that no
 * read is made twice.
 */
@Tag("emulator")
final class GeneratedRunTest {

    /** Real rules, which are no part of the project. */
    private static final Path REAL = Path.of("../shared/data/services");

    private final Queue<ReadCall> made = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void makeResources() throws IOException {
        Emulator.reset();
        try (Boto boto = new Boto()) {
            Path seed = Path.of("src/test/resources/emulator/seed.yaml");
            new Seed(boto).make(YamlDocument.read(seed).root());
        }
    }

    @Test
    void starterRulesOnlyReadAndHaveNoFaults() throws IOException {
        List<RuleDocument> documents = new GeneratedRules(GeneratedRules.STARTER).all();

        assertThat(documents).hasSizeGreaterThan(40);
        runs(documents);
    }

    @Test
    void realRulesOnlyReadAndHaveNoFaults() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(REAL), "the real rules are not at hand");
        List<RuleDocument> documents = new GeneratedRules(REAL).all();

        assertThat(documents).hasSizeGreaterThan(70);
        runs(documents);
    }

    private void runs(List<RuleDocument> documents) {
        Emulator.record();
        RunResult result = run(documents);
        List<String> requests = Emulator.recorded().lines().toList();

        result.services().forEach(GeneratedRunTest::report);
        System.out.println(result.calls() + " calls, " + requests.size() + " requests");
        assertThat(result.services().stream().flatMap(service -> service.errors().stream()))
                .filteredOn(GeneratedRunTest::isOwnFault)
                .isEmpty();
        assertThat(made).doesNotHaveDuplicates().hasSize(result.calls());
        assertThat(requests).hasSizeGreaterThan(100);
        assertThat(RequestLog.otherThanReads(requests)).isEmpty();
    }

    private RunResult run(List<RuleDocument> documents) {
        try (AwsReadClient client = Emulator.client()) {
            AwsGeography geography = new AwsGeography(Catalog.bundled(), Emulator.REGION);
            Engine engine = new Engine(
                    call -> {
                        made.add(call);
                        return client.read(call);
                    },
                    geography,
                    Catalog.bundled(),
                    Clock.systemUTC(),
                    4);
            return engine.run(documents, List.of(Emulator.REGION));
        }
    }

    private static boolean isOwnFault(CheckError error) {
        return switch (error.type()) {
            case MISSING_PARAMETER, INVALID_PARAMETER, UNRESOLVED_TEMPLATE, FIELD_ACCESS -> true;
            default -> false;
        };
    }

    /** A line as docs/measured/emulator.md has them. */
    private static void report(ServiceRun run) {
        Map<Verdict.Status, Integer> verdicts = new EnumMap<>(Verdict.Status.class);
        run.verdicts().forEach(verdict -> verdicts.merge(verdict.status(), 1, Integer::sum));
        Map<ErrorType, Integer> errors = new EnumMap<>(ErrorType.class);
        run.errors().forEach(error -> errors.merge(error.type(), 1, Integer::sum));
        System.out.printf(
                "| %s | %d | %d | %d | %d | %d | %s |%n",
                run.document().service(),
                run.document().checks().size(),
                verdicts.getOrDefault(Verdict.Status.PASS, 0),
                verdicts.getOrDefault(Verdict.Status.FAIL, 0),
                verdicts.getOrDefault(Verdict.Status.NOT_APPLICABLE, 0),
                verdicts.getOrDefault(Verdict.Status.UNKNOWN, 0),
                errors.isEmpty() ? "" : errors);
    }
}
