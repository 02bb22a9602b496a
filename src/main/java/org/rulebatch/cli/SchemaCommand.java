package org.rulebatch.cli;

import java.util.Locale;
import org.rulebatch.cli.print.ExitCode;
import org.rulebatch.yaml.YamlSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The command {@code schema}. */
@Command(name = "schema", description = "Prints the JSON Schema of a kind of file.")
final class SchemaCommand extends BaseCommand {

    /** The kinds of files that have a schema; the names are those of the schemas' files. */
    enum Kind {
        RULE,
        METADATA,
        OVERRIDE,
        KNOWLEDGE,
        EXAMPLES
    }

    @Parameters(
            paramLabel = "<kind>",
            arity = "0..1",
            defaultValue = "rule",
            description = "One of rule, metadata, override, knowledge, examples (default: ${DEFAULT-VALUE}).")
    private Kind kind = Kind.RULE;

    @Override
    public Integer call() {
        String name = kind.name().toLowerCase(Locale.ROOT) + ".schema.json";
        out().println(YamlSchema.bundled(name).text().strip());
        return ExitCode.SUCCESS;
    }
}
