package org.rulebatch.cli.options;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.rulebatch.engine.testing.RuleTester;
import org.rulebatch.ruleyaml.CheckParameters;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether a run tests what it generates, and where. */
public final class TestOptions {

    @Option(
            names = "--test",
            description = "Test the rules against AWS once they are generated, as --job=testRules does.")
    private boolean test;

    @Mixin
    private AwsOptions aws = new AwsOptions();

    @Mixin
    private ParametersOption parameters = new ParametersOption();

    /** The parameters that the rules are tested with; none where they are not tested. */
    public CheckParameters parameters(Path jobs) {
        return test ? parameters.in(jobs) : CheckParameters.NONE;
    }

    /** What identifies a run that tests its rules: another value may change a verdict. */
    public Map<String, String> identity(Path jobs) {
        CheckParameters stated = parameters(jobs);
        return stated.isEmpty() ? Map.of() : Map.of(ParametersOption.IDENTITY, stated.identity());
    }

    /** Does a command's work with what tests the rules, or with null where they are not to be tested. */
    public int with(OwnKnowledge knowledge, Path jobs, ToIntFunction<@Nullable RuleTester> work) {
        if (!test) {
            return work.applyAsInt(null);
        }
        try (AwsSession session = AwsSession.open(aws, knowledge, parameters(jobs))) {
            return work.applyAsInt(session.tester());
        }
    }
}
