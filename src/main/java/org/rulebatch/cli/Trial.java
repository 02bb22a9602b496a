package org.rulebatch.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.cli.options.GeneratorKind;
import org.rulebatch.cli.options.JobsOption;
import org.rulebatch.cli.options.ModelOptions;
import org.rulebatch.cli.options.OwnKnowledge;
import org.rulebatch.cli.options.Pipelines;
import org.rulebatch.describe.TrialText;
import org.rulebatch.imports.SentenceRule;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.pipeline.RuleResult;
import org.rulebatch.pipeline.ServicePipeline;
import org.rulebatch.reading.Boilerplate;
import org.rulebatch.reading.Reader;
import org.rulebatch.store.InputException;

/** Takes one rule the way that a run takes it, with the embedded generator. */
final class Trial {

    private final Catalog catalog = Catalog.bundled();
    private final OwnKnowledge own;

    Trial(JobsOption jobs, PrintWriter err) {
        this.own = OwnKnowledge.in(jobs.folder(), catalog);
        own.printReplaced(err, "");
    }

    SentenceRule sentences() {
        return new SentenceRule(catalog, own.knowledge());
    }

    /** @throws InputException if no rule can be made of it */
    static SentenceRule.Draft draft(SentenceRule sentences, SentenceRule.Said said) {
        try {
            return sentences.of(said);
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    capital(String.valueOf(e.getMessage())
                                    .replace("in a column service or with --service", "with --service=<service>"))
                            + ".",
                    e);
        }
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** What becomes of the rule. */
    String text(RuleMetadata rule) {
        ServiceNames names = new ServiceNames(catalog);
        Pipelines pipelines = new Pipelines(names, own, new ModelOptions(), line -> {});
        Map<String, String> options = Map.of(Pipelines.GENERATOR, GeneratorKind.EMBEDDED.word());
        try (ServicePipeline pipeline = pipelines.create(options)) {
            RuleResult result =
                    pipeline.process(rule.service(), List.of(rule)).rules().get(0);
            return TrialText.of(result, new Reader(Boilerplate.none()).read(rule), catalog);
        }
    }
}
