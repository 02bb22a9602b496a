package org.rulebatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.rulebatch.files.IoReason;
import org.rulebatch.lint.JobFileLint;
import org.rulebatch.requirement.Finding;
import org.rulebatch.store.InputException;
import org.rulebatch.yaml.YamlDocument;
import org.rulebatch.yaml.YamlException;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import tools.jackson.databind.JsonNode;

/**
 * The defaults of a job, {@code jobs/<job>.yaml}: a key is an option's name without its dashes. What stands on the command
 * line comes before it.
 */
final class JobFile implements IDefaultValueProvider {

    private final YamlDocument document;

    private JobFile(YamlDocument document) {
        this.document = document;
    }

    /**
     * Reads the file, if there is one.
     *
     * @throws InputException with {@code file:line} if it is not YAML, or has a key that is not an option of the job
     */
    static Optional<JobFile> read(Path file, CommandSpec job) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            YamlDocument document = YamlDocument.read(file);
            List<Finding> findings = new JobFileLint(Map.of(job.name(), keys(job))).check(job.name(), document);
            if (!findings.isEmpty()) {
                throw new InputException(
                        findings.stream().map(JobFile::line).collect(Collectors.joining(System.lineSeparator())));
            }
            return Optional.of(new JobFile(document));
        } catch (YamlException e) {
            throw new InputException(e.getMessage() + "; correct the file.", e);
        } catch (IOException e) {
            throw new InputException(file + " cannot be read: " + IoReason.words(e), e);
        }
    }

    /** What the files of all jobs and commands may hold. */
    static JobFileLint lint(CommandLine root) {
        Map<String, List<String>> jobs = new HashMap<>();
        root.getSubcommands().forEach((name, job) -> jobs.put(name, keys(job.getCommandSpec())));
        return new JobFileLint(jobs);
    }

    private static String line(Finding finding) {
        return finding.place() + ": " + finding.text();
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)) {
            return null;
        }
        JsonNode value = document.root().path(key(option));
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(JsonNode::asString)
                    .collect(Collectors.joining(","));
        }
        return value.isValueNode() && !value.isNull() ? value.asString() : null;
    }

    private static List<String> keys(CommandSpec job) {
        return job.options().stream().map(JobFile::key).toList();
    }

    private static String key(OptionSpec option) {
        return option.longestName().replaceFirst("^--", "");
    }
}
