package org.rulebatch.metadata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.rulebatch.files.Printable;
import org.rulebatch.requirement.Finding;

/** A folder of rules, {@code <service>/metadata/<rule_id>.yaml}. */
public final class RuleFolder {

    private static final String ANOTHER_ID = "give one of them another id";
    private static final int DEEPEST = 6;

    private final Path folder;

    public RuleFolder(Path folder) {
        this.folder = folder;
    }

    public Path path() {
        return folder;
    }

    /**
     * The services that have a folder of a usable name, sorted; one without metadata is among them.
     *
     * @throws IOException if the folder cannot be listed
     */
    public List<String> services() throws IOException {
        return children(folder).stream()
                .filter(Files::isDirectory)
                .map(child -> child.getFileName().toString())
                .filter(Names::isService)
                .toList();
    }

    /** Whether no folder of a service, nor one with another name, holds a file of a rule. */
    public boolean isEmpty() throws IOException {
        for (Path child : children(folder)) {
            if (Files.isDirectory(child) && !ruleFiles(child).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** The rule files below folders whose name no service can have: reported, for they cannot be used. */
    public List<InvalidRule> strays() throws IOException {
        List<InvalidRule> strays = new ArrayList<>();
        for (Path child : children(folder)) {
            String name = child.getFileName().toString();
            if (Files.isDirectory(child) && !Names.isService(name)) {
                String service = Printable.name(name);
                for (Path file : ruleFiles(child)) {
                    String stem = Printable.name(file.getFileName().toString());
                    String place = folder + "/" + service + "/metadata/" + stem;
                    String reason = "the folder's name cannot be a service's: lower-case letters, digits, _ and - only";
                    strays.add(new InvalidRule(service, stem, place, 1, reason));
                }
            }
        }
        return strays;
    }

    /**
     * Reads one service's rules. A rule whose id was seen before is invalid.
     *
     * @param seen file by rule id, of all services read so far; added to
     * @throws IOException if the service's folder cannot be listed
     */
    public ServiceRules read(String service, Map<String, String> seen) throws IOException {
        List<RuleMetadata> rules = new ArrayList<>();
        List<InvalidRule> invalid = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        List<RuleFile> files = ruleFiles(folder.resolve(service)).parallelStream()
                .map(file -> inside(service, file))
                .toList();
        for (RuleFile read : files) {
            findings.addAll(read.findings());
            if (read instanceof RuleFile.Valid valid) {
                String first = seen.putIfAbsent(valid.rule().ruleId(), valid.file());
                if (first == null) {
                    rules.add(valid.rule());
                } else {
                    String message = "the same rule_id stands in " + first;
                    String reason = message + "; " + ANOTHER_ID;
                    String place = valid.file() + ":" + valid.line();
                    findings.add(Finding.error("metadata.duplicate", place, message, ANOTHER_ID));
                    invalid.add(new InvalidRule(service, valid.rule().ruleId(), valid.file(), valid.line(), reason));
                }
            } else if (read instanceof RuleFile.Invalid bad) {
                invalid.add(bad.rule());
            }
        }
        rules.sort(Comparator.comparing(RuleMetadata::ruleId));
        return new ServiceRules(service, rules, invalid, findings);
    }

    /** A link that leads out of the rules folder is not followed: it may lead to any file that this user can read. */
    private RuleFile inside(String service, Path file) {
        try {
            Path real = file.toRealPath();
            if (real.startsWith(folder.toRealPath()) || !Files.isSymbolicLink(file)) {
                return RuleFile.read(service, file);
            }
            String stem = Printable.name(file.getFileName().toString().replaceFirst("\\.ya?ml$", ""));
            String reason = "is a link that leads out of the rules folder; put the file itself here";
            return RuleFile.invalid(service, stem, file, 1, "file.link", reason);
        } catch (IOException e) {
            return RuleFile.read(service, file);
        }
    }

    /**
     * The files that look like rules but stand where none is read: beside the folders of services, beside {@code metadata},
     * below it, and JSON in it.
     *
     * @throws IOException if a folder cannot be listed
     */
    public List<Path> passedOver() throws IOException {
        Set<Path> read = new HashSet<>();
        for (Path child : children(folder)) {
            if (Files.isDirectory(child)) {
                read.addAll(ruleFiles(child));
            }
        }
        try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
            return all.filter(file -> file.getFileName().toString().matches("(?s)[^.].*\\.(ya?ml|json)"))
                    .filter(file -> !Files.isDirectory(file))
                    .filter(file -> !read.contains(file))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Reads one file, wherever it stands; outside of a folder {@code <service>/metadata} its service is what it states. */
    public static ServiceRules readFile(Path file) {
        String service = service(file);
        RuleFile read = RuleFile.read(service, file);
        return read instanceof RuleFile.Valid valid
                ? new ServiceRules(service, List.of(valid.rule()), List.of(), read.findings())
                : new ServiceRules(service, List.of(), List.of(((RuleFile.Invalid) read).rule()), read.findings());
    }

    private static String service(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        Path folder = parent != null && parent.endsWith("metadata") ? parent.getParent() : null;
        Path name = folder == null ? null : folder.getFileName();
        return name == null ? RuleFile.statedService(file) : name.toString();
    }

    private static List<Path> ruleFiles(Path service) throws IOException {
        Path metadata = service.resolve("metadata");
        if (!Files.isDirectory(metadata)) {
            return List.of();
        }
        return children(metadata).stream()
                .filter(file -> file.getFileName().toString().matches("(?s).*\\.ya?ml"))
                .toList();
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted(
                            Comparator.comparing(path -> path.getFileName().toString()))
                    .toList();
        }
    }
}
