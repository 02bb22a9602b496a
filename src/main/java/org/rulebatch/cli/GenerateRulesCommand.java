package org.rulebatch.cli;

import java.io.Console;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulebatch.batch.IfUnfinished;
import org.rulebatch.batch.RunInput;
import org.rulebatch.batch.RunSettings;
import org.rulebatch.batch.remote.PipelineFactory;
import org.rulebatch.batch.repository.Part;
import org.rulebatch.batch.repository.RunReference;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.cli.options.GeneratorKind;
import org.rulebatch.cli.options.ModelKey;
import org.rulebatch.cli.options.ModelOptions;
import org.rulebatch.cli.options.OutputOptions;
import org.rulebatch.cli.options.OwnKnowledge;
import org.rulebatch.cli.options.ParametersOption;
import org.rulebatch.cli.options.PartOptions;
import org.rulebatch.cli.options.Pipelines;
import org.rulebatch.cli.options.RepliesOption;
import org.rulebatch.cli.options.RuleOptions;
import org.rulebatch.cli.options.RunCost;
import org.rulebatch.cli.options.RunOptions;
import org.rulebatch.cli.options.Setup;
import org.rulebatch.cli.options.TestOptions;
import org.rulebatch.cli.options.WorkersOption;
import org.rulebatch.cli.print.ExitCode;
import org.rulebatch.generate.embedded.EmbeddedGenerator;
import org.rulebatch.generate.llm.GeneratorSettings;
import org.rulebatch.generate.llm.chat.PromptBuilder;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.ruleyaml.Chains;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The job {@code generateRules}. */
@Command(
        name = GenerateRulesCommand.NAME,
        description = "Generates rule YAML for all services of a rules folder.",
        sortOptions = false)
final class GenerateRulesCommand extends BaseCommand {

    static final String NAME = "generateRules";

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Option(
            names = "--generator",
            paramLabel = "<name>",
            defaultValue = "embedded",
            description =
                    "What proposes decisions: embedded, openai (rules are sent to a model), replies, or auto, which is"
                            + " openai where OPENAI_API_KEY is set (default: ${DEFAULT-VALUE}).")
    private String generator = "embedded";

    @Mixin
    private RepliesOption replies = new RepliesOption();

    @Option(
            names = "--batch-size",
            paramLabel = "<n>",
            defaultValue = "5",
            description = "Services a batch (default: ${DEFAULT-VALUE}).")
    private int batchSize;

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private WorkersOption workers = new WorkersOption();

    @Mixin
    private TestOptions test = new TestOptions();

    @Option(
            names = "--dry-run",
            description = "Say what the model would be sent and what that would cost, by service, and send nothing.")
    private boolean dryRun;

    @Option(names = "--fresh", description = "Start over, even if a run over the same input has not finished.")
    private boolean fresh;

    @Option(
            names = "--resume",
            description = "Resume an unfinished run over the same input; start one if there is none."
                    + " Made for schedules.")
    private boolean resume;

    @Option(
            names = "--restart",
            paramLabel = "<id|last>",
            description = "Resume a run; with --batches or --services, generate those parts of it again.")
    private @Nullable String restart;

    @Option(
            names = "--batches",
            paramLabel = "<5,7>",
            description = "Batches of a run to generate again (with --restart).")
    private @Nullable String batches;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        return restart == null && batches == null ? start() : again();
    }

    private int start() {
        OwnKnowledge knowledge = knowledge();
        RunInput input =
                new RunInput(rules.selection(), batchSize, identity(knowledge), ids -> decisions(knowledge, ids));
        RunSettings settings = workers.in(options.settings(spec()), output, model, spec());
        if (batchSize < 1) {
            throw usage("--batch-size must be at least 1, not " + batchSize + ".");
        }
        if (fresh && resume) {
            throw usage("--fresh starts over and --resume continues an unfinished run: give only one of them.");
        }
        if (dryRun) {
            return dryRun(input, knowledge);
        }
        requireUsable(input.options());
        input.selection().requireRules();
        if (!options.isQuiet()) {
            if (kind() == GeneratorKind.OPENAI) {
                out().println(model.sentText(input.options()));
            }
            Setup.print(out(), input, settings, knowledge, output, kindText());
            ParametersOption.print(test.parameters(rules.jobsDir()), out());
            if (kind() == GeneratorKind.OPENAI) {
                Setup.line(out(), "pace", model.paceText());
            }
        }
        if (kind() == GeneratorKind.OPENAI && !isWanted(input)) {
            out().println("Nothing was started or sent.");
            return ExitCode.SUCCESS;
        }
        return test.with(
                knowledge,
                rules.jobsDir(),
                tester -> RunCommand.on(
                        out(),
                        options.isQuiet(),
                        output,
                        knowledge,
                        model,
                        job -> options.measured(
                                settings.testedBy(tester),
                                observed -> job.start(input, observed, ifUnfinished()),
                                out())));
    }

    /** Says what the run will cost, and asks whether to begin where that is much and nobody has limited it. */
    private boolean isWanted(RunInput input) {
        RunCost cost = model.cost(input.options(), rules.jobsDir(), DryRun.count(input.selection()));
        if (!options.isQuiet()) {
            Setup.line(out(), "cost", cost.text());
        }
        return options.isQuiet() || model.isCapped() || cost.isWanted(this::typed);
    }

    /** What a person answers; null where nobody sits at a terminal. */
    private @Nullable String typed() {
        Console terminal = System.console();
        if (terminal == null) {
            return null;
        }
        out().flush();
        return terminal.readLine("Begin? [y/N] ");
    }

    private int dryRun(RunInput input, OwnKnowledge knowledge) {
        if (kind() != GeneratorKind.OPENAI) {
            throw usage("--dry-run says what a model would cost: it goes with --generator=openai, not with "
                    + kind().word() + ".");
        }
        Catalog catalog = Catalog.bundled();
        GeneratorSettings settings = model.drySettings(input.options(), rules.jobsDir());
        ServiceNames names = new ServiceNames(catalog);
        Chains chains = new Chains(catalog);
        EmbeddedGenerator evidence = new EmbeddedGenerator(catalog, knowledge.knowledge(), names, chains);
        PromptBuilder prompts = new PromptBuilder(
                catalog, chains, names, evidence, settings.model().style());
        new DryRun(out(), prompts, settings).print(input.selection(), ModelOptions.prices(rules.jobsDir()));
        return ExitCode.SUCCESS;
    }

    private int again() {
        if (fresh || resume) {
            throw usage((fresh ? "--fresh" : "--resume")
                    + " starts a run; --restart and --batches resume one: give only one of them.");
        }
        Map<String, String> given = given();
        RunReference reference = restart == null ? RunReference.last() : RunReference.parse(restart);
        Part part = PartOptions.parse(batches, rules.services());
        RunSettings settings = workers.in(options.settings(spec()), output, model, spec());
        OwnKnowledge knowledge = knowledge();
        return test.with(knowledge, rules.jobsDir(), tester -> {
            RunSettings tested = settings.testedBy(tester);
            return RunCommand.on(
                    out(),
                    options.isQuiet(),
                    output,
                    knowledge,
                    model,
                    job -> options.measured(
                            tested,
                            observed -> part.isEmpty()
                                    ? job.restart(reference, given, observed)
                                    : job.rerun(reference, part, given, observed),
                            out()));
        });
    }

    /** What identifies a run, as far as it was given, by option name: a run that exists must have been started with the same. */
    private Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>(model.given(spec()));
        given.putAll(rules.given(spec()));
        given.putAll(test.identity(rules.jobsDir()));
        if (isGiven("--batch-size")) {
            given.put("batch-size", Integer.toString(batchSize));
        }
        if (isGiven("--generator") && !generator.equals(GeneratorKind.AUTO)) {
            given.put(PipelineFactory.GENERATOR, kind().word());
        }
        if (isGiven(RepliesOption.NAME)) {
            given.put(RepliesOption.FILE, replies.absolute());
        }
        return given;
    }

    private IfUnfinished ifUnfinished() {
        if (fresh) {
            return IfUnfinished.START_OVER;
        }
        return resume ? IfUnfinished.RESTART : IfUnfinished.REFUSE;
    }

    private OwnKnowledge knowledge() {
        return OwnKnowledge.in(rules.jobsDir(), Catalog.bundled());
    }

    private Map<String, String> identity(OwnKnowledge knowledge) {
        Map<String, String> identity = new LinkedHashMap<>(replies.identity(kind(), out()));
        identity.put(PipelineFactory.GENERATOR, kind().word());
        identity.put(Pipelines.CATALOG, Catalog.bundled().version());
        identity.put(Pipelines.KNOWLEDGE, knowledge.hash());
        identity.putAll(test.identity(rules.jobsDir()));
        if (kind() == GeneratorKind.OPENAI) {
            identity.putAll(model.identity().options());
        }
        return identity;
    }

    private static Map<String, String> decisions(OwnKnowledge knowledge, Set<String> rules) {
        String identity = knowledge.overrides().identity(rules);
        return identity.isEmpty() ? Map.of() : Map.of(Pipelines.OVERRIDES, identity);
    }

    private GeneratorKind kind() {
        return GeneratorKind.chosen(generator, ModelKey.isSet());
    }

    /** What generates, and why. */
    private String kindText() {
        String why = generator.equals(GeneratorKind.AUTO) && kind() == GeneratorKind.OPENAI
                ? " (because OPENAI_API_KEY is set; --generator=embedded asks no model)"
                : "";
        return kind().word() + why;
    }

    /** Says what is wrong with the model's settings before anything is started. */
    private void requireUsable(Map<String, String> run) {
        if (kind() == GeneratorKind.OPENAI) {
            model.settings(run, rules.jobsDir());
        }
    }
}
