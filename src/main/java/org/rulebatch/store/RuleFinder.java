package org.rulebatch.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.rulebatch.catalog.Nearest;
import org.rulebatch.files.IoReason;
import org.rulebatch.metadata.InvalidRule;
import org.rulebatch.metadata.RuleFolder;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.metadata.ServiceRules;

/** Finds one rule, by its id or by its file. */
public final class RuleFinder {

    private final RuleFolder folder;

    /** @param folder where ids are looked for */
    public RuleFinder(RuleFolder folder) {
        this.folder = folder;
    }

    /**
     * Finds a rule.
     *
     * @param idOrFile what has a slash or ends in {@code .yaml} is a file, which may stand anywhere
     * @throws InputException if there is none, with the nearest known id, or if its file cannot be used
     */
    public RuleMetadata find(String idOrFile) {
        try {
            return idOrFile.matches("(?s).*(/|\\.ya?ml$).*") ? inFile(Path.of(idOrFile)) : byId(idOrFile);
        } catch (IOException e) {
            throw new InputException(
                    "The rules folder " + folder.path() + " cannot be read (" + IoReason.words(e)
                            + "). Name another one with --rules-dir=<folder>.",
                    e);
        }
    }

    private static RuleMetadata inFile(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InputException("There is no file " + file + "; name a rule's file or its id.");
        }
        ServiceRules read = RuleFolder.readFile(file);
        read.invalid().forEach(RuleFinder::refuse);
        RuleMetadata rule = read.rules().get(0);
        if (rule.service().isEmpty()) {
            throw new InputException(
                    file + ": the service is missing; add service: <name>, or put the file into <service>/metadata.");
        }
        return rule;
    }

    private RuleMetadata byId(String id) throws IOException {
        List<String> known = new ArrayList<>();
        for (String service : likelyFirst(id)) {
            ServiceRules read = folder.read(service, new HashMap<>());
            for (RuleMetadata rule : read.rules()) {
                if (rule.ruleId().equals(id)) {
                    return rule;
                }
                known.add(rule.ruleId());
            }
            read.invalid().stream().filter(rule -> rule.ruleId().equals(id)).forEach(RuleFinder::refuse);
        }
        throw new InputException("Unknown rule '" + id + "' in " + folder.path()
                + Nearest.suggestion(id, known, "; name a rule's id or its file, or another folder with --rules-dir."));
    }

    /** The services, the one that the id names before the others. */
    private List<String> likelyFirst(String id) throws IOException {
        List<String> services = new ArrayList<>(folder.services());
        String[] parts = id.split("\\.");
        if (parts.length > 1 && services.remove(parts[1])) {
            services.add(0, parts[1]);
        }
        return services;
    }

    private static void refuse(InvalidRule rule) {
        throw new InputException(rule.file() + ":" + rule.line() + ": " + rule.reason());
    }
}
