package org.rulebatch.cli.options;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulebatch.files.IoReason;
import org.rulebatch.requirement.Finding;
import org.rulebatch.ruleyaml.CheckParameters;
import org.rulebatch.ruleyaml.RuleDocument;
import org.rulebatch.store.InputException;
import org.rulebatch.yaml.YamlDocument;
import org.rulebatch.yaml.YamlException;
import picocli.CommandLine.Option;

/** Where the values of the checks' parameters stand. */
public final class ParametersOption {

    static final String IDENTITY = "parameters";

    private static final String FILE = "parameters.yaml";

    @Option(
            names = "--parameters",
            paramLabel = "<file>",
            description = "Values for the parameters of checks, for all or by rule"
                    + " (default: parameters.yaml in --jobs-dir, if there is one).")
    private @Nullable Path file;

    /**
     * The values of the file that was named, else of the one in the jobs folder, else none.
     *
     * @throws InputException with {@code file:line} if it cannot be read or is not of its form
     */
    public CheckParameters in(Path jobs) {
        Path given = file;
        Path read = given == null ? jobs.resolve(FILE) : given;
        if (given == null && !Files.exists(read)) {
            return CheckParameters.NONE;
        }
        try {
            YamlDocument document = YamlDocument.read(read);
            refuse(CheckParameters.form(document));
            return CheckParameters.of(document);
        } catch (YamlException e) {
            throw new InputException(e.getMessage() + "; correct the file.", e);
        } catch (IOException e) {
            throw new InputException("--parameters: " + read + " cannot be read: " + IoReason.words(e), e);
        }
    }

    /** @throws InputException if a value has no check that takes it */
    public static void check(CheckParameters parameters, List<RuleDocument> documents) {
        refuse(parameters.problems(documents));
    }

    /** A line of what a command was resolved to, if something is stated. */
    public static void print(CheckParameters parameters, PrintWriter out) {
        if (!parameters.isEmpty()) {
            Setup.line(out, "parameters", parameters.names());
        }
    }

    private static void refuse(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw new InputException(findings.stream()
                    .map(finding -> finding.place() + ": " + finding.text())
                    .collect(Collectors.joining(System.lineSeparator())));
        }
    }
}
