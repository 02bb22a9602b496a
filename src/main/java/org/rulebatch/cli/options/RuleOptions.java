package org.rulebatch.cli.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rulebatch.files.IoReason;
import org.rulebatch.metadata.RuleFolder;
import org.rulebatch.metadata.ServiceList;
import org.rulebatch.store.InputException;
import org.rulebatch.store.Selection;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Which rules a run is about. */
public final class RuleOptions {

    @Mixin
    private JobsOption jobs = new JobsOption();

    @Option(
            names = "--rules-dir",
            paramLabel = "<folder>",
            description = "Holds <service>/metadata/<rule_id>.yaml (default: services in the jobs folder).")
    private @Nullable Path rulesDir;

    @Option(
            names = "--services-file",
            paramLabel = "<file>",
            description = "Lists the services to run, one a line, # starts a comment"
                    + " (default: services.txt in the jobs folder, where --rules-dir is not given).")
    private @Nullable Path servicesFile;

    @Option(
            names = "--services",
            paramLabel = "<a,b>",
            description = "The services to run, separated by commas (default: all).")
    private @Nullable String services;

    public Path jobsDir() {
        return jobs.folder();
    }

    @Nullable
    public String services() {
        return services;
    }

    /** Where the rules are, as far as it was given on the command line, by option name. */
    public Map<String, String> given(CommandSpec spec) {
        Map<String, String> given = new TreeMap<>();
        if (rulesDir != null && spec.commandLine().getParseResult().hasMatchedOption("--rules-dir")) {
            given.put("rules-dir", Selection.absolute(rulesDir));
        }
        if (servicesFile != null && spec.commandLine().getParseResult().hasMatchedOption("--services-file")) {
            given.put("services-file", Selection.absolute(servicesFile));
        }
        return given;
    }

    /** @throws InputException if a list of services cannot be used */
    public Selection selection() {
        RuleFolder rules = new RuleFolder(rulesDir == null ? jobs.folder().resolve("services") : rulesDir);
        Path file = file();
        try {
            if (services != null) {
                return new Selection(rules, ServiceList.parse("--services", services), "--services");
            }
            return file == null
                    ? new Selection(rules, List.of(), "")
                    : new Selection(rules, ServiceList.read(file), file.toString());
        } catch (IllegalArgumentException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new InputException(
                    file + ": the list of services cannot be read (" + IoReason.words(e)
                            + "); correct --services-file or leave it out.",
                    e);
        }
    }

    /** The list in the jobs folder goes with the rules there, not with others. */
    private @Nullable Path file() {
        if (servicesFile != null) {
            return servicesFile;
        }
        Path standard = jobs.folder().resolve("services.txt");
        return rulesDir == null && Files.exists(standard) ? standard : null;
    }
}
