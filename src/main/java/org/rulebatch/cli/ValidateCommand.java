package org.rulebatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.cli.print.ExitCode;
import org.rulebatch.language.Language;
import org.rulebatch.lint.CheckedFiles;
import org.rulebatch.lint.FileLint;
import org.rulebatch.lint.FindingFormat;
import org.rulebatch.prove.Examples;
import org.rulebatch.store.InputException;
import org.springframework.util.function.SingletonSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code validate}. */
@Command(
        name = "validate",
        description =
                "Checks rule files with their examples, rule metadata, decisions, knowledge and job files, and prints what is wrong with"
                        + " file and line.")
final class ValidateCommand extends BaseCommand {

    @Parameters(paramLabel = "<file|folder>", arity = "1..*", description = "What to check; folders with all below.")
    private List<Path> paths = List.of();

    @Option(
            names = "--format",
            paramLabel = "<format>",
            defaultValue = "text",
            description = "One of text, json, sarif, junit (default: ${DEFAULT-VALUE}).")
    private FindingFormat format = FindingFormat.TEXT;

    @Override
    public Integer call() throws IOException {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new InputException("There is no " + path + "; name files, or folders that hold them.");
            }
        }
        Catalog catalog = Catalog.bundled();
        Examples examples = new Examples(catalog, SingletonSupplier.of(() -> Language.of(catalog)));
        CheckedFiles checked =
                new FileLint(catalog, JobFile.lint(spec().commandLine().getParent()), examples::check).check(paths);
        PrintWriter out = out();
        format.print(checked, out);
        out.flush();
        return checked.isClean() ? ExitCode.SUCCESS : ExitCode.CRITERIA_NOT_MET;
    }
}
