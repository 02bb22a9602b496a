package org.rulebatch.engine.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rulebatch.files.AtomicFile;
import org.rulebatch.files.Json;
import org.rulebatch.files.Program;
import org.rulebatch.report.BatchFolder;
import org.rulebatch.report.ServiceRecord;
import org.rulebatch.report.entry.ServiceTest;
import org.rulebatch.ruleyaml.RuleDocument;
import org.rulebatch.ruleyaml.RuleYamlReader;
import org.rulebatch.ruleyaml.RuleYamlWriter;
import org.rulebatch.store.BatchPlan;
import org.rulebatch.store.InputException;
import org.rulebatch.store.OutputFolder;
import org.rulebatch.store.RunFolder;
import org.rulebatch.yaml.YamlDocument;

/** Tests the rule files of one batch and writes {@code engine_test_results.json} into its folder. */
public final class TestedBatch {

    private final Path path;
    private final BatchFolder folder;
    private final BatchPlan batch;
    private final RunFolder run;

    public TestedBatch(OutputFolder output, BatchPlan batch, RunFolder run) {
        this.path = output.batch(batch.number());
        this.folder = new BatchFolder(output, batch, run);
        this.batch = batch;
        this.run = run;
    }

    /**
     * Tests the batch. Rules that cannot run are taken out of their file and become {@code manual_review} in
     * {@code requirements_validated.json}; corrections are recorded there in the rules' provenance. The run's own record of a
     * service is changed first, so that whoever publishes the batch again publishes the same.
     *
     * @return the results by service
     * @throws InputException if a rule file is not what the run wrote
     * @throws IOException if a file cannot be read or written
     */
    public Map<String, ServiceTest> test(RuleTester tester) throws IOException {
        Map<String, ServiceTest> results = new TreeMap<>();
        boolean changed = false;
        for (TestOutcome outcome : tester.test(documents())) {
            String service = outcome.document().service();
            results.put(service, outcome.test());
            if (outcome.test().isChanged()) {
                changed = true;
                ServiceRecord.revise(run.record(service), outcome.test()::applied, yaml(outcome));
            }
        }
        if (changed) {
            folder.publish();
        }
        AtomicFile.write(folder.testResults(), Json.document(results));
        return results;
    }

    private static @Nullable String yaml(TestOutcome outcome) {
        return outcome.document().checks().isEmpty() ? null : RuleYamlWriter.write(outcome.document());
    }

    private List<RuleDocument> documents() throws IOException {
        RuleYamlReader reader = new RuleYamlReader();
        List<RuleDocument> documents = new ArrayList<>();
        for (String service : batch.serviceNames()) {
            String yaml = ServiceRecord.read(run.record(service)).yaml();
            if (yaml != null) {
                Path file = path.resolve(OutputFolder.ruleFile(service));
                requireSame(file, yaml);
                documents.add(reader.read(YamlDocument.parse(file.toString(), yaml)));
            }
        }
        return documents;
    }

    /** What a person changed is not what the results would be about, and would be written over. */
    private static void requireSame(Path file, String yaml) throws IOException {
        if (!Files.exists(file) || !Files.readString(file).equals(yaml)) {
            throw new InputException(file + " is not as the run wrote it. Generate its service again, by"
                    + " --job=generateRules --restart=last --services=<service>, or test your own file with"
                    + " '" + Program.command() + " scan" + Program.option("--rules", file) + "'.");
        }
    }
}
