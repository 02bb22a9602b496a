package org.rulebatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rulebatch.catalog.CatalogException;
import org.rulebatch.catalog.compile.CatalogCompiler;
import org.rulebatch.catalog.compile.CompileReport;
import org.rulebatch.cli.options.JobsOption;
import org.rulebatch.cli.print.ExitCode;
import org.rulebatch.store.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The job {@code buildCatalog}. */
@Command(
        name = "buildCatalog",
        description =
                "Compiles botocore's service models into the program's catalog; build the program again after it.")
final class BuildCatalogCommand extends BaseCommand {

    @Option(
            names = "--from",
            required = true,
            paramLabel = "<wheel|archive|folder>",
            description =
                    "A botocore wheel (pip download --no-deps botocore), an archive of its data, or its data folder.")
    private Path from = Path.of("");

    @Option(
            names = "--to",
            paramLabel = "<folder>",
            defaultValue = "src/main/resources/catalog",
            description = "Where the catalog is written (default: ${DEFAULT-VALUE}).")
    private Path to = Path.of("");

    @Mixin
    private JobsOption jobs = new JobsOption();

    @Override
    public Integer call() throws IOException {
        if (!Files.exists(from)) {
            throw new InputException(
                    "--from: there is no " + from + ". Name a botocore wheel, an archive or its data folder.");
        }
        try {
            CompileReport report = new CatalogCompiler().compile(from, to);
            out().printf(
                            "%s: %d services, %d operations, %d of them reads; %,d bytes in %s%nBuild the program again to use it: mvn -B verify%n",
                            report.version(),
                            report.services(),
                            report.operations(),
                            report.reads(),
                            report.bytes(),
                            to);
            return ExitCode.SUCCESS;
        } catch (CatalogException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        }
    }
}
