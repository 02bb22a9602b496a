package org.rulebatch.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.rulebatch.files.AtomicFile;
import org.rulebatch.files.Json;
import org.rulebatch.files.Sha256;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.metadata.InvalidRule;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.metadata.ServiceRules;
import org.rulebatch.store.Manifest.ServiceEntry;
import tools.jackson.core.JacksonException;

/**
 * Copies the rules of a run into its folder, so that a restart works on what the run began with, whatever people have
 * edited since. One service is in memory at a time.
 */
public final class Freezer {

    private final ServiceNames names;
    private final OffsetDateTime now;
    private final IntConsumer progress;

    public Freezer(ServiceNames names, OffsetDateTime now) {
        this(names, now, services -> {});
    }

    /** @param progress receives the number of services read so far; what it throws ends the reading */
    public Freezer(ServiceNames names, OffsetDateTime now, IntConsumer progress) {
        this.names = names;
        this.now = now;
        this.progress = progress;
    }

    /**
     * Reads the selected rules and writes them, with the manifest, into the run's folder.
     *
     * @param options what else shapes the result
     * @throws InputException if there is nothing to run
     */
    public Manifest freeze(Selection selection, int batchSize, Map<String, String> options, RunFolder run) {
        return freeze(selection, batchSize, rules -> options, run);
    }

    /**
     * The same where what shapes the result depends on the rules.
     *
     * @param options by the ids of the rules
     */
    public Manifest freeze(
            Selection selection, int batchSize, Function<Set<String>, Map<String, String>> options, RunFolder run) {
        try {
            run.create();
            Manifest manifest = manifest(selection, batchSize, options, run);
            AtomicFile.writeDurably(run.manifest(), Json.document(manifest));
            return manifest;
        } catch (IOException e) {
            throw new UncheckedIOException("the rules cannot be copied to " + run.path(), e);
        }
    }

    /** The manifest that a run was begun with. */
    public static Manifest read(RunFolder run) throws IOException {
        try {
            return Json.COMPACT.readValue(Files.readAllBytes(run.manifest()), Manifest.class);
        } catch (JacksonException e) {
            throw new IOException(
                    run.manifest()
                            + " is damaged; put back a copy of it, or give the run up with the command 'abandon'",
                    e);
        }
    }

    private Manifest manifest(
            Selection selection, int batchSize, Function<Set<String>, Map<String, String>> optionsOf, RunFolder run)
            throws IOException {
        MessageDigest digest = Sha256.digest();
        List<ServiceEntry> services = new ArrayList<>();
        List<InvalidRule> invalid = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        int read = 0;
        for (String service : selection.resolved()) {
            progress.accept(read++);
            ServiceRules rules = known(selection.rules().read(service, seen), seen);
            if (rules.total() == 0) {
                requireUnnamed(selection, service);
                continue;
            }
            services.add(new ServiceEntry(
                    service, rules.rules().size(), rules.invalid().size()));
            invalid.addAll(rules.invalid());
            digest.update(service.getBytes(StandardCharsets.UTF_8));
            write(rules.rules(), run.rules(service), digest);
        }
        if (selection.isWhole()) {
            invalid.addAll(selection.rules().strays());
        }
        Map<String, String> options = optionsOf.apply(seen.keySet());
        digest.update(Json.COMPACT.writeValueAsBytes(invalid));
        digest.update(Json.COMPACT.writeValueAsBytes(new TreeMap<>(options)));
        digest.update(("batch-size=" + batchSize).getBytes(StandardCharsets.UTF_8));
        String hash = HexFormat.of().formatHex(digest.digest());
        return checked(
                selection,
                new Manifest(hash, now.toString(), batchSize, options, services, invalid, selection.named()));
    }

    private static Manifest checked(Selection selection, Manifest manifest) {
        if (manifest.usableRules() > 0) {
            return manifest;
        }
        StringBuilder message =
                new StringBuilder("Nothing to do: " + selection.rules().path()
                        + " holds no usable rule. Rules are files <service>/metadata/<rule_id>.yaml.");
        manifest.invalid().stream()
                .limit(10)
                .forEach(rule -> message.append("\n  " + rule.file() + ":" + rule.line() + ": " + rule.reason()));
        throw new InputException(message.toString());
    }

    private static void requireUnnamed(Selection selection, String service) {
        if (!selection.isWhole()) {
            Path expected = selection.rules().path().resolve(service).resolve("metadata");
            throw new InputException(selection.source() + ": the service '" + service + "' has no rule: " + expected
                    + " holds no .yaml file. Add one or take the service out of the list.");
        }
    }

    /** A service that the program does not know cannot be worked on: its rules are invalid. */
    private ServiceRules known(ServiceRules rules, Map<String, String> files) {
        if (names.clients(rules.service()).isPresent()) {
            return rules;
        }
        Optional<String> nearest = names.nearest(rules.service());
        String reason = "'" + rules.service() + "' is not an AWS service that this version knows"
                + nearest.map(name -> "; did you mean '" + name + "'?").orElse("; correct the folder's name");
        List<InvalidRule> invalid = new ArrayList<>(rules.invalid());
        for (RuleMetadata rule : rules.rules()) {
            invalid.add(
                    new InvalidRule(rules.service(), rule.ruleId(), files.getOrDefault(rule.ruleId(), ""), 1, reason));
        }
        return new ServiceRules(rules.service(), List.of(), invalid, rules.findings());
    }

    private static void write(List<RuleMetadata> rules, Path file, MessageDigest digest) throws IOException {
        AtomicFile.writeDurably(file, out -> {
            OutputStream hashed = new DigestOutputStream(out, digest);
            for (RuleMetadata rule : rules) {
                hashed.write(Json.COMPACT.writeValueAsBytes(rule));
                hashed.write('\n');
            }
        });
    }
}
