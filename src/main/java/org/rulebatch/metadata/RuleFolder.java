package org.rulebatch.metadata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A folder of rules, {@code <service>/metadata/<rule_id>.yaml}. */
public final class RuleFolder {

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

    /** The rule files below folders whose name no service can have: reported, for they cannot be used. */
    public List<InvalidRule> strays() throws IOException {
        List<InvalidRule> strays = new ArrayList<>();
        for (Path child : children(folder)) {
            String name = child.getFileName().toString();
            if (Files.isDirectory(child) && !Names.isService(name)) {
                String service = Names.printable(name);
                for (Path file : ruleFiles(child)) {
                    String stem = Names.printable(file.getFileName().toString());
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
        List<RuleFile> files = ruleFiles(folder.resolve(service)).parallelStream()
                .map(file -> RuleFile.read(service, file))
                .toList();
        for (RuleFile read : files) {
            if (read instanceof RuleFile.Valid valid) {
                String first = seen.putIfAbsent(valid.rule().ruleId(), valid.file());
                if (first == null) {
                    rules.add(valid.rule());
                } else {
                    String reason = "the same rule_id stands in " + first + "; give one of them another id";
                    invalid.add(new InvalidRule(service, valid.rule().ruleId(), valid.file(), valid.line(), reason));
                }
            } else if (read instanceof RuleFile.Invalid bad) {
                invalid.add(bad.rule());
            }
        }
        rules.sort(Comparator.comparing(RuleMetadata::ruleId));
        return new ServiceRules(service, rules, invalid);
    }

    /** Reads one file, wherever it stands; outside of a folder {@code <service>/metadata} its service is what it states. */
    public static ServiceRules readFile(Path file) {
        String service = service(file);
        RuleFile read = RuleFile.read(service, file);
        return read instanceof RuleFile.Valid valid
                ? new ServiceRules(service, List.of(valid.rule()), List.of())
                : new ServiceRules(service, List.of(), List.of(((RuleFile.Invalid) read).rule()));
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
