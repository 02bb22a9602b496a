package org.rulebatch.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rulebatch.batch.RunSettings;
import org.rulebatch.batch.repository.RunReference;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.cli.options.JobsOption;
import org.rulebatch.cli.options.ModelOptions;
import org.rulebatch.cli.options.OutputOptions;
import org.rulebatch.cli.options.OwnKnowledge;
import org.rulebatch.cli.options.RunOptions;
import org.rulebatch.cli.options.TestOptions;
import org.rulebatch.cli.options.WorkersOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Resumes a run. */
@Command(
        name = RestartCommand.NAME,
        description = "Resumes a run that has not completed; the same as --job=generateRules --restart=<id>.")
final class RestartCommand extends BaseCommand {

    static final String NAME = "restart";

    @Parameters(paramLabel = "<id|last>", description = "The run: its job instance id, or 'last'.")
    private String run = "";

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private WorkersOption workers = new WorkersOption();

    @Mixin
    private TestOptions test = new TestOptions();

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Mixin
    private JobsOption jobs = new JobsOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        RunReference reference = RunReference.parse(run);
        RunSettings settings = workers.in(options.settings(spec()), output, model, spec());
        OwnKnowledge knowledge = OwnKnowledge.in(jobs.folder(), Catalog.bundled());
        Map<String, String> given = new LinkedHashMap<>(model.given(spec()));
        given.putAll(test.identity(jobs.folder()));
        return test.with(
                knowledge,
                jobs.folder(),
                tester -> RunCommand.on(
                        out(),
                        options.isQuiet(),
                        output,
                        knowledge,
                        model,
                        job -> options.measured(
                                settings.testedBy(tester),
                                observed -> job.restart(reference, given, observed),
                                out())));
    }
}
