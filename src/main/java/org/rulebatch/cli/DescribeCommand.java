package org.rulebatch.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.cli.options.OwnKnowledge;
import org.rulebatch.cli.print.ExitCode;
import org.rulebatch.describe.Describer;
import org.rulebatch.describe.UncoveredText;
import org.rulebatch.describe.UnknownNameException;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.knowledge.ServiceNames;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code describe}. */
@Command(
        name = "describe",
        description = "Says what the fields of AWS's reads mean for security, or what a read takes and answers.")
final class DescribeCommand extends BaseCommand {

    /** What is to be described. */
    static final class Subject {
        @Parameters(
                paramLabel = "<service[.resource|.operation]>",
                arity = "1",
                description =
                        "A service, s3, one of its resources, s3.bucket, or of its operations, s3.get_bucket_versioning.")
        private @Nullable String name;

        @Option(names = "--family", paramLabel = "<family>", description = "A control family: encryption_at_rest.")
        private @Nullable String family;

        @Option(
                names = "--uncovered",
                paramLabel = "<client>",
                arity = "0..1",
                fallbackValue = "",
                description = "Fields that look like security and that no fact looks at; without a client, how many.")
        private @Nullable String uncovered;
    }

    @ArgGroup(multiplicity = "1")
    private Subject subject = new Subject();

    @Option(
            names = "--jobs-dir",
            paramLabel = "<folder>",
            defaultValue = "jobs",
            description = "Holds knowledge/*.yaml with knowledge of your own (default: ${DEFAULT-VALUE}).")
    private Path jobsDir = Path.of("jobs");

    @Override
    public Integer call() {
        try {
            out().print(described());
            out().flush();
            return ExitCode.SUCCESS;
        } catch (UnknownNameException e) {
            err().println(e.getMessage());
            return ExitCode.USAGE;
        }
    }

    private String described() {
        Catalog catalog = Catalog.bundled();
        OwnKnowledge own = OwnKnowledge.in(jobsDir, catalog);
        own.printReplaced(err(), "");
        Knowledge knowledge = own.knowledge();
        if (subject.uncovered != null) {
            UncoveredText uncovered = new UncoveredText(catalog, knowledge);
            return subject.uncovered.isEmpty() ? uncovered.all() : uncovered.of(subject.uncovered);
        }
        Describer describer = new Describer(catalog, knowledge, new ServiceNames(catalog));
        if (subject.family != null) {
            return describer.family(subject.family);
        }
        return describer.of(subject.name == null ? "" : subject.name);
    }
}
