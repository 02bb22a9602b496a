package org.rulebatch.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.rulebatch.yaml.YamlSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code schema}. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema of a kind of file.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class SchemaCommand implements Callable<Integer> {

    /** The kinds of files that have a schema; the names are those of the schemas' files. */
    enum Kind {
        RULE,
        OVERRIDE,
        KNOWLEDGE
    }

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "<kind>",
            arity = "0..1",
            defaultValue = "rule",
            description = "One of rule, override, knowledge (default: ${DEFAULT-VALUE}).")
    private Kind kind = Kind.RULE;

    @Override
    public Integer call() {
        String name = kind.name().toLowerCase(Locale.ROOT) + ".schema.json";
        spec.commandLine().getOut().println(YamlSchema.bundled(name).text().strip());
        return ExitCode.SUCCESS;
    }
}
