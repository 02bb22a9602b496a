package org.rulebatch.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.cli.options.JobsOption;
import org.rulebatch.cli.options.OwnKnowledge;
import org.rulebatch.cli.print.ExitCode;
import org.rulebatch.generate.embedded.EmbeddedGenerator;
import org.rulebatch.generate.embedded.Explainer;
import org.rulebatch.generate.embedded.Explanation;
import org.rulebatch.generate.embedded.ExplanationText;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.metadata.RuleFolder;
import org.rulebatch.ruleyaml.Chains;
import org.rulebatch.store.RuleFinder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code explain}. */
@Command(
        name = "explain",
        description = "Says what the embedded generator understands of a rule, what it chooses from, and why.",
        sortOptions = false)
final class ExplainCommand extends BaseCommand {

    @Parameters(paramLabel = "<rule id or file>", description = "A rule of the rules folder, or a rule's file.")
    private String rule = "";

    @Option(
            names = "--rules-dir",
            paramLabel = "<folder>",
            description = "Holds <service>/metadata/<rule_id>.yaml (default: services in the jobs folder).")
    private @Nullable Path rulesDir;

    @Mixin
    private JobsOption jobs = new JobsOption();

    @Option(names = "--json", description = "Print JSON instead of text.")
    private boolean json;

    @Override
    public Integer call() {
        RuleFolder folder = new RuleFolder(rulesDir == null ? jobs.folder().resolve("services") : rulesDir);
        Explanation explanation = explainer().explain(new RuleFinder(folder).find(rule));
        out().print(json ? json(explanation) : ExplanationText.of(explanation));
        out().flush();
        return ExitCode.SUCCESS;
    }

    private Explainer explainer() {
        Catalog catalog = Catalog.bundled();
        OwnKnowledge own = OwnKnowledge.in(jobs.folder(), catalog);
        own.printReplaced(err(), "");
        Chains chains = new Chains(catalog);
        ServiceNames names = new ServiceNames(catalog);
        EmbeddedGenerator generator = new EmbeddedGenerator(catalog, own.knowledge(), names, chains);
        return new Explainer(generator, names, catalog, chains);
    }

    private static String json(Explanation explanation) {
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(explanation)
                + "\n";
    }
}
