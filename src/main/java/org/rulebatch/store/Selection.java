package org.rulebatch.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.rulebatch.catalog.Nearest;
import org.rulebatch.files.IoReason;
import org.rulebatch.files.Program;
import org.rulebatch.metadata.RuleFolder;

/**
 * The rules a run is about.
 *
 * @param services the services it is narrowed to, empty for all
 * @param source where they were named, for messages: an option or a file
 */
public record Selection(RuleFolder rules, List<String> services, String source) {

    public Selection {
        services = List.copyOf(services);
    }

    /** Where the rules and the list of services are: absolute paths by option name. */
    Map<String, String> named() {
        Map<String, String> named = new TreeMap<>();
        named.put("rules-dir", absolute(rules.path()));
        if (!isWhole() && !source.startsWith("--")) {
            named.put("services-file", absolute(Path.of(source)));
        }
        return named;
    }

    /** A path as it is kept with a run. */
    public static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    /** Whether the run covers the whole folder. */
    public boolean isWhole() {
        return services.isEmpty();
    }

    /**
     * The services of the run, sorted; those that were named must have a folder.
     *
     * @throws InputException if the folder cannot be read or a named service has no folder in it
     */
    public List<String> resolved() {
        List<String> present = present();
        List<String> missing = new ArrayList<>(services);
        missing.removeAll(present);
        if (!missing.isEmpty()) {
            throw new InputException(unknown(missing, present));
        }
        return isWhole() ? present : services;
    }

    /**
     * Says before anything is made that there is nothing to run.
     *
     * @throws InputException if the folder holds no file of a rule
     */
    public void requireRules() {
        resolved();
        try {
            if (rules.isEmpty()) {
                String meant = Files.isDirectory(rules.path().resolve("metadata"))
                        ? " It is the folder of one service: did you mean"
                                + Program.option(
                                        "--rules-dir",
                                        Objects.requireNonNullElse(rules.path().getParent(), Path.of(".")))
                                + "?"
                        : "";
                throw new InputException("Nothing to do: " + rules.path() + " holds no usable rule. Rules are files"
                        + " <service>/metadata/<rule_id>.yaml." + meant);
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private List<String> present() {
        try {
            return rules.services();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private InputException unreadable(IOException e) {
        return new InputException(
                "The rules folder " + rules.path() + " cannot be read ("
                        + IoReason.words(e)
                        + "). Name another one with --rules-dir=<folder>; it holds <service>/metadata/<rule_id>.yaml.",
                e);
    }

    private String unknown(List<String> missing, List<String> present) {
        StringBuilder message = new StringBuilder(source + ": ");
        for (String service : missing) {
            Optional<String> nearest = Nearest.to(service, present);
            message.append("the service '" + service + "' has no folder in " + rules.path());
            message.append(
                    nearest.map(name -> " (did you mean '" + name + "'?)").orElse(""));
            message.append("; ");
        }
        return message + "correct the name or add the folder <service>/metadata.";
    }
}
