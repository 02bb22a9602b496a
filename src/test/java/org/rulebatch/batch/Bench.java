package org.rulebatch.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.rulebatch.batch.repository.Part;
import org.rulebatch.batch.repository.RepositorySettings;
import org.rulebatch.batch.repository.RunReference;
import org.rulebatch.batch.repository.StopSignal;
import org.rulebatch.batch.status.RunInspector;
import org.rulebatch.batch.step.Workplace;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.engine.testing.RuleTester;
import org.rulebatch.files.Json;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.metadata.RuleFolder;
import org.rulebatch.pipeline.ServicePipeline;
import org.rulebatch.store.OutputFolder;
import org.rulebatch.store.Selection;
import tools.jackson.databind.JsonNode;

/** A rules folder and an output folder to run the job in, with a pipeline of the test's own. */
public final class Bench {

    private static final ServiceNames NAMES = new ServiceNames(Catalog.bundled());

    public final OutputFolder output;
    final ProgressLog progress = new ProgressLog();
    final StopSignal stop = new StopSignal();
    private final Path rules;
    private RepositorySettings settings;
    private Clock clock = Clock.systemDefaultZone();
    private ServicePipeline pipeline = new FixedPipeline();
    private RunSettings runSettings = new RunSettings(2, 90);

    public Bench(Path folder) {
        this.output = new OutputFolder(folder.resolve("out"));
        this.rules = folder.resolve("rules");
        this.settings = RepositorySettings.h2In(output);
    }

    public Bench with(ServicePipeline other) {
        pipeline = other;
        return this;
    }

    /** Tests the rules of the runs that are started from now on. */
    Bench testedBy(RuleTester tester) {
        runSettings = runSettings.testedBy(tester);
        return this;
    }

    public Bench with(Clock other) {
        clock = other;
        return this;
    }

    public Bench with(RepositorySettings other) {
        settings = other;
        return this;
    }

    RepositorySettings settings() {
        return settings;
    }

    /** Adds two rules a service. */
    public Bench services(String... services) throws IOException {
        for (String service : services) {
            rule(service, "aws." + service + ".bucket.first");
            rule(service, "aws." + service + ".bucket.second");
        }
        return this;
    }

    Bench rule(String service, String id) throws IOException {
        Path file = rules.resolve(service).resolve("metadata").resolve(id + ".yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "rule_id: " + id + "\ntitle: " + id + "\n");
        return this;
    }

    Path rules() {
        return rules;
    }

    public RunResult start() {
        return start(1, false);
    }

    public RunResult start(int batchSize, boolean fresh) {
        return start(batchSize, fresh ? IfUnfinished.START_OVER : IfUnfinished.REFUSE);
    }

    public RunResult start(int batchSize, IfUnfinished ifUnfinished) {
        Selection selection = new Selection(new RuleFolder(rules), List.of(), "");
        RunInput input = new RunInput(selection, batchSize, Map.of("generator", "fixed"));
        return in(job -> job.start(input, runSettings, ifUnfinished));
    }

    public RunResult restart(String run) {
        return in(job -> job.restart(RunReference.parse(run), runSettings));
    }

    RunResult restart(String run, Map<String, String> given) {
        return in(job -> job.restart(RunReference.parse(run), given, runSettings));
    }

    Bench oneAtATime() {
        runSettings = new RunSettings(1, 90);
        return this;
    }

    public RunResult rerun(String run, Part part) {
        return in(job -> job.rerun(RunReference.parse(run), part, runSettings));
    }

    TestedRun test(RuleTester tester) {
        return in(job -> job.test(runSettings, tester));
    }

    public RunInspector inspector() {
        return new RunInspector(output, settings);
    }

    public Housekeeping housekeeping(Workplace place) {
        return new Housekeeping(place, Clock.systemDefaultZone());
    }

    public Workplace open() {
        return Workplace.open(output, settings, stop);
    }

    JsonNode json(String file) throws IOException {
        return Json.COMPACT.readTree(Files.readAllBytes(output.path().resolve(file)));
    }

    private <T> T in(Function<GenerateRules, T> action) {
        try (Workplace place = open()) {
            return action.apply(new GenerateRules(place, NAMES, options -> pipeline, progress, clock));
        }
    }
}
