package org.rulebatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Nearest;
import org.rulebatch.metadata.Names;
import org.rulebatch.store.InputException;
import org.rulebatch.yaml.YamlDocument;
import org.rulebatch.yaml.YamlException;
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
     * @throws InputException with {@code file:line} if it is no YAML, or has a key that is no option of the job
     */
    static Optional<JobFile> read(Path file, CommandSpec job) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JobFile read = new JobFile(YamlDocument.read(file));
            read.check(job);
            return Optional.of(read);
        } catch (YamlException e) {
            throw new InputException(e.getMessage() + "; correct the file.", e);
        } catch (IOException e) {
            throw new InputException(file + " cannot be read: " + e.getMessage(), e);
        }
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

    private void check(CommandSpec job) {
        JsonNode root = document.root();
        if (!root.isObject() && !root.isMissingNode() && !root.isNull()) {
            throw new InputException(document.place("") + ": write one option a line, such as batch-size: 5");
        }
        List<String> known = job.options().stream().map(JobFile::key).toList();
        for (String key : root.propertyNames()) {
            if (!known.contains(key)) {
                String nearest = Nearest.to(key, known)
                        .map(name -> "; did you mean '" + name + "'?")
                        .orElse("");
                throw new InputException(document.place("/" + key) + ": '" + Names.printable(key) + "' is no option of "
                        + job.name() + nearest);
            }
        }
    }

    private static String key(OptionSpec option) {
        return option.longestName().replaceFirst("^--", "");
    }
}
