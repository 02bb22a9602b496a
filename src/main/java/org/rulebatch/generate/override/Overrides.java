package org.rulebatch.generate.override;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.rulebatch.requirement.Cause;
import org.rulebatch.requirement.Decision;

/** The decisions of people in a folder, by rule id. One that cannot be used leaves its rule to a person and says so. */
public final class Overrides {

    private static final String SUFFIX = ".yaml";

    private final Map<String, Decision> decisions;
    private final String hash;

    private Overrides(Map<String, Decision> decisions, String hash) {
        this.decisions = decisions;
        this.hash = hash;
    }

    /** Reads a folder; one that does not exist holds none. */
    public static Overrides in(Path folder) {
        Map<String, Decision> decisions = new TreeMap<>();
        MessageDigest digest = sha256();
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            decisions.put(name.substring(0, name.length() - SUFFIX.length()), decision(file));
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes(file));
        }
        return new Overrides(
                decisions, decisions.isEmpty() ? "" : HexFormat.of().formatHex(digest.digest()));
    }

    /** The decision about a rule, if a person made one. */
    public Optional<Decision> of(String ruleId) {
        return Optional.ofNullable(decisions.get(ruleId));
    }

    public int size() {
        return decisions.size();
    }

    /** What identifies them; empty where there is none. */
    public String hash() {
        return hash;
    }

    private static Decision decision(Path file) {
        try {
            return OverrideReader.read(file).decision();
        } catch (OverrideException e) {
            String reason = "a person decided this rule, but what was written cannot be used: " + e.getMessage();
            return new Decision.ManualReview(Cause.DECISION_UNUSABLE, reason, 0, List.of(), e.findings());
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
            return Files.readAllBytes(file);
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
