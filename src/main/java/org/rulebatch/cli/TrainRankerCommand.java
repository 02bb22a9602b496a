package org.rulebatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.cli.options.LabelFiles;
import org.rulebatch.cli.options.RepliesOption;
import org.rulebatch.cli.print.ExitCode;
import org.rulebatch.generate.embedded.EmbeddedGenerator;
import org.rulebatch.generate.embedded.learn.Trainer;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.ruleyaml.Chains;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The job {@code trainRanker}: learns the weights of the embedded generator from labelled rules. */
@Command(
        name = "trainRanker",
        description = "Learns the embedded generator's weights from labelled rules; build the program again after it.",
        sortOptions = false)
final class TrainRankerCommand extends BaseCommand {

    @Option(
            names = "--labels",
            required = true,
            paramLabel = "<labels>@<rules-dir>",
            split = ",",
            description = "The labelled rules to learn from.")
    private List<String> labels = List.of();

    @Option(
            names = "--threshold",
            defaultValue = "0.6",
            description = "The confidence from which on a rule is automated (default: ${DEFAULT-VALUE}).")
    private double threshold;

    @Option(
            names = "--near-threshold",
            defaultValue = "0.75",
            description = "The same where the best fact only indicates the family, or is about another resource"
                    + " (default: ${DEFAULT-VALUE}).")
    private double nearThreshold;

    @Option(
            names = "--replies",
            paramLabel = "<file>",
            description = "Learn what recorded replies are worth instead, with the weights that the program has;"
                    + " name another file by --to.")
    private @Nullable Path replies;

    @Option(
            names = "--to",
            paramLabel = "<file>",
            defaultValue = "src/main/resources/generate/ranker.json",
            description = "Where the weights are written (default: ${DEFAULT-VALUE}).")
    private Path to = Path.of("");

    @Option(names = "--jobs-dir", hidden = true, defaultValue = "jobs")
    private Path jobsDir = Path.of("jobs");

    @Override
    public Integer call() throws IOException {
        Catalog catalog = Catalog.bundled();
        ServiceNames names = new ServiceNames(catalog);
        EmbeddedGenerator generator = new EmbeddedGenerator(catalog, Knowledge.bundled(), names, new Chains(catalog));
        Trainer trainer = new Trainer(catalog, generator, names, LabelFiles.with(List.of(), labels), Set.of());
        write(replies == null ? ranker(trainer.learn()) : trainer.learnHints(RepliesOption.read(replies)));
        return ExitCode.SUCCESS;
    }

    private Map<String, Object> ranker(Trainer.Learned learned) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("threshold", threshold);
        file.put("near_threshold", nearThreshold);
        file.put("ranker", learned.ranker());
        file.put("decider", learned.decider());
        return file;
    }

    private void write(Map<String, ?> weights) throws IOException {
        String text = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(weights);
        Files.writeString(to, text + "\n");
    }
}
