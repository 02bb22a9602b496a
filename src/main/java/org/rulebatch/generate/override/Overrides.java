package org.rulebatch.generate.override;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.rulebatch.files.BoundedFile;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Finding;
import org.rulebatch.yaml.YamlDocument;

/** The decisions of people in a folder, by rule id. One that cannot be used leaves its rule to a person and says so. */
public final class Overrides {

    private static final String SUFFIX = ".yaml";
    private static final int DEEPEST = 6;

    private final Map<String, Decision> decisions;
    private final List<Finding> findings;
    private final String hash;

    private Overrides(Map<String, Decision> decisions, List<Finding> findings, String hash) {
        this.decisions = decisions;
        this.findings = List.copyOf(findings);
        this.hash = hash;
    }

    /** Reads a folder; one that does not exist holds none. */
    public static Overrides in(Path folder) {
        Map<String, Decision> decisions = new TreeMap<>();
        List<Finding> findings = new ArrayList<>(passedOver(folder));
        MessageDigest digest = sha256();
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            decisions.put(name.substring(0, name.length() - SUFFIX.length()), decision(file, findings));
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes(file));
        }
        return new Overrides(
                decisions, findings, decisions.isEmpty() ? "" : HexFormat.of().formatHex(digest.digest()));
    }

    /** The decision about a rule, if a person made one. */
    public Optional<Decision> of(String ruleId) {
        return Optional.ofNullable(decisions.get(ruleId));
    }

    public int size() {
        return decisions.size();
    }

    /** The ids of the rules that were decided, sorted. */
    public Set<String> ruleIds() {
        return Collections.unmodifiableSet(decisions.keySet());
    }

    /** Files that have no effect, or not the one that was meant, each at its {@code file:line}. */
    public List<Finding> findings() {
        return findings;
    }

    /** What identifies them; empty where there is none. */
    public String hash() {
        return hash;
    }

    private static Decision decision(Path file, List<Finding> findings) {
        try {
            return OverrideReader.read(file).decision();
        } catch (OverrideException e) {
            findings.addAll(e.findings());
            String reason = "a person decided this rule, but what was written cannot be used: " + e.getMessage();
            return new Decision.ManualReview(reason, 0, List.of(), e.findings());
        }
    }

    /** Decisions are read from {@code <rule_id>.yaml} in the folder itself. */
    private static List<Finding> passedOver(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
            return files.filter(file -> file.getFileName().toString().matches("(?s)[^.].*\\.(ya?ml|json)"))
                    .filter(file -> !Files.isDirectory(file))
                    .filter(file ->
                            !folder.equals(file.getParent()) || !file.toString().endsWith(SUFFIX))
                    .sorted()
                    .map(file -> new Finding(
                            Finding.Severity.WARNING,
                            "override.passed_over",
                            file + ":1",
                            "is not read as a decision",
                            "name it " + folder.resolve("<rule_id>.yaml")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the decisions in " + folder + " cannot be listed", e);
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the decisions in " + folder + " cannot be listed", e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= YamlDocument.MAX_BYTES
                    ? BoundedFile.bytes(file, YamlDocument.MAX_BYTES)
                    : new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException("the decision " + file + " cannot be read", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
