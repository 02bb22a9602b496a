package org.rulebatch.generate.override;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rulebatch.files.BoundedFile;
import org.rulebatch.files.Sha256;
import org.rulebatch.requirement.Cause;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Finding;
import org.rulebatch.yaml.YamlDocument;
import org.rulebatch.yaml.YamlFiles;

/** The decisions of people in a folder, by rule id. One that cannot be used leaves its rule to a person and says so. */
public final class Overrides {

    private static final String SUFFIX = ".yaml";
    private static final int DEEPEST = 6;

    private final Map<String, Decided> decided;
    private final List<Finding> findings;

    /**
     * What a person wrote about a rule.
     *
     * @param usable whether it could be read as it stands
     */
    private record Decided(Decision decision, boolean usable, String hash) {}

    private Overrides(Map<String, Decided> decided, List<Finding> findings) {
        this.decided = decided;
        this.findings = List.copyOf(findings);
    }

    /** Reads a folder; one that does not exist holds none. */
    public static Overrides in(Path folder) {
        Map<String, Decided> decided = new TreeMap<>();
        List<Finding> findings = new ArrayList<>(passedOver(folder));
        for (Path file : YamlFiles.in(folder, "decisions")) {
            String name = file.getFileName().toString();
            decided.put(name.substring(0, name.length() - SUFFIX.length()), decided(file, findings));
        }
        return new Overrides(decided, findings);
    }

    /** The decision about a rule, if a person made one. */
    public Optional<Decision> of(String ruleId) {
        return Optional.ofNullable(decided.get(ruleId)).map(Decided::decision);
    }

    public int size() {
        return decided.size();
    }

    /** The rules that there is a decision about. */
    public Set<String> ruleIds() {
        return Collections.unmodifiableSet(decided.keySet());
    }

    /** What identifies the decisions about some rules, a line each; empty where there is none. Other rules' do not count. */
    public String identity(Collection<String> ruleIds) {
        return decided.entrySet().stream()
                .filter(each -> ruleIds.contains(each.getKey()))
                .map(each -> each.getKey() + " " + each.getValue().hash())
                .collect(Collectors.joining("\n"));
    }

    /**
     * Those that a run was started with; what people have decided since is left for the next run.
     *
     * @param identity as {@link #identity} gave it when the run was started
     * @throws IllegalArgumentException names a rule whose decision has been changed or taken back since
     */
    public Overrides startedWith(String identity) {
        Map<String, Decided> same = new TreeMap<>();
        for (String line : identity.lines().toList()) {
            String ruleId = line.substring(0, line.lastIndexOf(' '));
            Decided now = decided.get(ruleId);
            if (now == null || !line.endsWith(" " + now.hash())) {
                throw new IllegalArgumentException(ruleId);
            }
            same.put(ruleId, now);
        }
        return new Overrides(same, findings);
    }

    /**
     * Of how many rules people have decided that they need a person.
     *
     * @param identity which rules' decisions count, as {@link #identity} gave it
     */
    public int leftToPeople(String identity) {
        return (int) identity.lines()
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .flatMap(ruleId -> Stream.ofNullable(decided.get(ruleId)))
                .filter(each -> each.usable() && each.decision() instanceof Decision.ManualReview)
                .count();
    }

    /** Files that have no effect, or not the one that was meant, each at its {@code file:line}. */
    public List<Finding> findings() {
        return findings;
    }

    private static Decided decided(Path file, List<Finding> findings) {
        String hash = Sha256.hex(bytes(file));
        try {
            return new Decided(OverrideReader.read(file).decision(), true, hash);
        } catch (OverrideException e) {
            findings.addAll(e.findings());
            String reason = "a person decided this rule, but what was written cannot be used: " + e.getMessage();
            return new Decided(
                    new Decision.ManualReview(Cause.DECISION_UNUSABLE, reason, 0, List.of(), e.findings()),
                    false,
                    hash);
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

    private static byte[] bytes(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= YamlDocument.MAX_BYTES
                    ? BoundedFile.bytes(file, YamlDocument.MAX_BYTES)
                    : new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException("the decision " + file + " cannot be read", e);
        }
    }
}
