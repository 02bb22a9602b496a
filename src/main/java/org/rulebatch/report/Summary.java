package org.rulebatch.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rulebatch.files.AtomicFile;
import org.rulebatch.files.Json;
import org.rulebatch.generate.llm.cost.ModelUsage;
import org.rulebatch.prove.Examples;
import org.rulebatch.report.entry.TestResults;
import org.rulebatch.report.page.ControlSheet;
import org.rulebatch.report.page.HtmlReport;
import org.rulebatch.report.page.PageData;
import org.rulebatch.ruleyaml.RuleYamlSchema;
import org.rulebatch.store.BatchPlan;
import org.rulebatch.store.Manifest;
import org.rulebatch.store.Manifest.ServiceEntry;
import org.rulebatch.store.OutputFolder;
import org.rulebatch.store.RunFolder;

/** Writes {@code summary/} from the records of all services of a run, whichever attempt they came from. */
public final class Summary {

    private final OutputFolder output;
    private final RunFolder run;
    private final Manifest manifest;
    private final double minimumRate;
    private final Supplier<Optional<ModelUsage>> usage;

    /**
     * @param minimumRate the least validation rate of a success, in percent
     * @param usage what the run has used of a model
     */
    public Summary(
            OutputFolder output,
            RunFolder run,
            Manifest manifest,
            double minimumRate,
            Supplier<Optional<ModelUsage>> usage) {
        this.usage = usage;
        this.output = output;
        this.run = run;
        this.manifest = manifest;
        this.minimumRate = minimumRate;
    }

    /**
     * Writes all files of the summary.
     *
     * @param outcomes by batch number
     * @param tests what came of executing the rules; empty where they were not
     * @throws IOException also if the output folder was taken away: it is not created again under a run
     */
    public FinalReport write(IntFunction<BatchOutcome> outcomes, Optional<TestResults> tests) throws IOException {
        if (!Files.isDirectory(output.path())) {
            throw new NoSuchFileException(output.path().toString());
        }
        Files.createDirectories(output.allRuleFiles());
        Tally tally = tally(outcomes);
        writeSchema();
        AtomicFile.write(output.allRequirements(), Requirements.of(services(), run, reasons(tally.batches())));
        Optional<ModelUsage> used = usage.get();
        FinalReport report = new FinalReport(tally, Criteria.of(tally, minimumRate, used), manifest.invalid(), used);
        AtomicFile.write(output.finalReport(), Json.document(report.entry()));
        PageData page = new PageData(run.runId(), manifest.started(), report.entry(), tests);
        HtmlReport.write(output, page);
        ControlSheet.write(output, page);
        return report;
    }

    /** Where the first line of the rule files and examples, in batch folders and in the summary, says that it is. */
    private void writeSchema() throws IOException {
        AtomicFile.write(output.summary().resolve(RuleYamlSchema.FILE), RuleYamlSchema.text());
        AtomicFile.write(output.path().resolve(RuleYamlSchema.FILE), RuleYamlSchema.text());
        AtomicFile.write(output.path().resolve(Examples.SCHEMA_FILE), Examples.schema());
    }

    private Tally tally(IntFunction<BatchOutcome> outcomes) throws IOException {
        List<BatchReport> batches = new ArrayList<>();
        Map<String, Integer> errors = new TreeMap<>();
        Set<String> written = new HashSet<>();
        Set<String> proposed = new HashSet<>();
        int validated = 0;
        for (BatchPlan batch : manifest.batches()) {
            Counts counts = Counts.NONE;
            for (ServiceEntry service : batch.services()) {
                counts = counts.plus(Counts.ofInvalid(service.invalid()));
                if (!Files.exists(run.record(service.name()))) {
                    counts = counts.plus(Counts.ofFailed(service.rules()));
                    continue;
                }
                ServiceRecord record = ServiceRecord.read(run.record(service.name()));
                counts = counts.plus(record.counts());
                record.errors().forEach(kind -> errors.merge(kind, 1, Integer::sum));
                validated += record.counts().automated() > 0 ? 1 : 0;
                write(output.allRuleFiles(), OutputFolder.ruleFile(service.name()), record.yaml(), written);
                write(
                        output.allProposedFiles(),
                        OutputFolder.proposedFile(service.name()),
                        record.proposed(),
                        proposed);
            }
            batches.add(new BatchReport(batch, outcomes.apply(batch.number()), counts));
        }
        List<String> all = manifest.services().stream().map(ServiceEntry::name).toList();
        BatchFolder.removeRuleFiles(output.allRuleFiles(), all, written);
        BatchFolder.removeRuleFiles(output.allProposedFiles(), all, proposed);
        return new Tally(batches, total(batches), manifest.services().size(), validated, written.size(), errors);
    }

    private static void write(Path folder, String name, @Nullable String yaml, Set<String> written) throws IOException {
        if (yaml != null) {
            Files.createDirectories(folder);
            AtomicFile.write(folder.resolve(name), yaml);
            written.add(name);
        }
    }

    /** Adds the invalid rules that belong to no service and so to no batch. */
    private Counts total(List<BatchReport> batches) {
        Counts counts = batches.stream().map(BatchReport::counts).reduce(Counts.NONE, Counts::plus);
        return counts.plus(Counts.ofInvalid(manifest.invalid().size() - counts.invalid()));
    }

    private List<String> services() {
        return manifest.services().stream()
                .map(ServiceEntry::name)
                .filter(service -> Files.exists(run.record(service)) || Files.exists(run.rules(service)))
                .toList();
    }

    /** What ended the batch of a service, for those that its record was not written for. */
    private static Map<String, String> reasons(List<BatchReport> batches) {
        Map<String, String> reasons = new HashMap<>();
        for (BatchReport batch : batches) {
            String error = batch.outcome().error();
            String reason =
                    "batch " + batch.plan().number() + " did not reach it" + (error == null ? "" : ": " + error);
            batch.plan().serviceNames().forEach(service -> reasons.put(service, reason));
        }
        return reasons;
    }
}
