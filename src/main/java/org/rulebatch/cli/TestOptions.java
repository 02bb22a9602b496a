package org.rulebatch.cli;

import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.rulebatch.engine.testing.RuleTester;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether a run tests what it generates, and where. */
final class TestOptions {

    @Option(
            names = "--test",
            description = "Test the rules against AWS once they are generated, as --job=testRules does.")
    private boolean test;

    @Mixin
    private AwsOptions aws = new AwsOptions();

    /** Does a command's work with what tests the rules, or with null where they are not to be tested. */
    int with(OwnKnowledge knowledge, ToIntFunction<@Nullable RuleTester> work) {
        if (!test) {
            return work.applyAsInt(null);
        }
        try (AwsSession session = AwsSession.open(aws, knowledge)) {
            return work.applyAsInt(session.tester());
        }
    }
}
