package org.rulebatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.cli.options.JobsOption;
import org.rulebatch.cli.options.OwnKnowledge;
import org.rulebatch.cli.print.ExitCode;
import org.rulebatch.review.ReviewServer;
import org.rulebatch.store.InputException;
import org.rulebatch.store.OutputFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code review}. */
@Command(
        name = "review",
        description = "Opens a page on this machine on which a person decides about the rules of the last run.",
        sortOptions = false)
final class ReviewCommand extends BaseCommand {

    private static final int LARGEST_PORT = 65_535;

    @Option(
            names = "--output-dir",
            paramLabel = "<folder>",
            defaultValue = "orchestrator_output",
            description = "Where the run wrote its summary (default: ${DEFAULT-VALUE}).")
    private Path outputDir = Path.of("orchestrator_output");

    @Option(
            names = "--port",
            paramLabel = "<n>",
            defaultValue = "0",
            description = "The page's port on 127.0.0.1 (default: any that is free).")
    private int port;

    @Mixin
    private JobsOption jobs = new JobsOption();

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > LARGEST_PORT) {
            throw new InputException("--port: " + port + " is not a port; give one from 1024 to " + LARGEST_PORT
                    + ", or omit the option for any that is free.");
        }
        OutputFolder output = new OutputFolder(outputDir);
        if (!Files.exists(output.allRequirements())) {
            throw new InputException("--output-dir: " + outputDir
                    + " holds no summary of a run; start one with --job=generateRules, or name another folder.");
        }
        Path overrides = OwnKnowledge.overrides(jobs.folder());
        PrintWriter err = err();
        try (ReviewServer server = new ReviewServer(output, overrides, port, Catalog.bundled(), err::println)) {
            PrintWriter out = out();
            out.println("Review: " + server.address());
            out.println("Decisions go to " + overrides + "; the next run honours them. Ctrl-C ends the page.");
            new CountDownLatch(1).await();
            return ExitCode.SUCCESS;
        } catch (IOException e) {
            throw new InputException(
                    "--port: " + port + " cannot be used (" + e.getMessage()
                            + "); omit the option for any that is free.",
                    e);
        }
    }
}
