package org.rulebatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.engine.Engine;
import org.rulebatch.engine.NotConfigured;
import org.rulebatch.engine.aws.AwsGeography;
import org.rulebatch.engine.aws.AwsReadClient;
import org.rulebatch.engine.testing.ErrorAnalysis;
import org.rulebatch.engine.testing.RuleTester;
import org.rulebatch.engine.testing.ServiceTest;
import org.rulebatch.engine.testing.TestOutcome;
import org.rulebatch.engine.testing.TestedBatch;
import org.rulebatch.files.AtomicFile;
import org.rulebatch.files.Json;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.report.page.HtmlReport;
import org.rulebatch.store.InputException;
import org.rulebatch.store.OutputFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The job {@code testRules}. */
@Command(
        name = "testRules",
        description = "Executes the generated rule files of a run against AWS and writes what came of it.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class TestRulesCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--output-dir",
            paramLabel = "<folder>",
            defaultValue = "orchestrator_output",
            description = "Where the run wrote its batches (default: ${DEFAULT-VALUE}).")
    private Path outputDir = Path.of("orchestrator_output");

    @Mixin
    private AwsOptions aws = new AwsOptions();

    @Mixin
    private JobsOption jobs = new JobsOption();

    @Override
    public Integer call() throws IOException {
        OutputFolder output = new OutputFolder(outputDir);
        List<Path> batches = output.batches();
        if (batches.isEmpty()) {
            throw new InputException(
                    "--output-dir: there is no batch in " + outputDir + "; run --job=generateRules first.");
        }
        Map<String, TestOutcome> outcomes = new TreeMap<>();
        Catalog catalog = Catalog.bundled();
        try (AwsReadClient client =
                new AwsReadClient(catalog, new NotConfigured(Knowledge.bundled()), aws.settings())) {
            List<String> regions = aws.regions(client);
            AwsGeography geography = new AwsGeography(catalog, regions.get(0));
            Engine engine = new Engine(client, geography, Clock.systemUTC(), aws.callsAtOnce());
            RuleTester tester = new RuleTester(engine, regions, catalog);
            for (Path batch : batches) {
                outcomes.putAll(new TestedBatch(batch).test(tester));
            }
        }
        Files.createDirectories(output.summary());
        AtomicFile.write(output.summary().resolve("error_analysis.json"), Json.document(analysis(outcomes)));
        HtmlReport.write(output);
        print(outcomes);
        boolean success =
                outcomes.values().stream().allMatch(outcome -> outcome.test().success());
        return success ? ExitCode.SUCCESS : ExitCode.CRITERIA_NOT_MET;
    }

    private static Map<String, Object> analysis(Map<String, TestOutcome> outcomes) {
        Map<String, ServiceTest> tests = new TreeMap<>();
        outcomes.forEach((service, outcome) -> tests.put(service, outcome.test()));
        Map<String, Object> analysis = new LinkedHashMap<>();
        analysis.put("causes", ErrorAnalysis.of(tests));
        analysis.put(
                "corrections",
                outcomes.values().stream()
                        .flatMap(outcome -> outcome.corrections().stream())
                        .toList());
        Map<String, String> demoted = new TreeMap<>();
        outcomes.values().forEach(outcome -> demoted.putAll(outcome.demoted()));
        analysis.put("demoted", demoted);
        return analysis;
    }

    private void print(Map<String, TestOutcome> outcomes) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%-28s %6s %6s %6s %7s %6s%n", "service", "checks", "passed", "failed", "skipped", "errors");
        outcomes.forEach((service, outcome) -> {
            ServiceTest test = outcome.test();
            out.printf(
                    "%-28s %6d %6d %6d %7d %6d%s%n",
                    service,
                    test.checksCount(),
                    test.passed(),
                    test.failed(),
                    test.skipped(),
                    test.errors().size(),
                    outcome.demoted().isEmpty() ? "" : "  " + outcome.demoted().size() + " for manual review");
        });
        long good = outcomes.values().stream()
                .filter(outcome -> outcome.test().success())
                .count();
        out.printf("%d of %d services run without an error of their rules' own.%n", good, outcomes.size());
    }
}
