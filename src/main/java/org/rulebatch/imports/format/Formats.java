package org.rulebatch.imports.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The formats that can be imported, by the names that people use for them. */
public final class Formats {

    private static final Map<String, List<Format>> BY_NAME = byName();
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("awsconfig", "config"),
            Map.entry("aws-config", "config"),
            Map.entry("conformance-pack", "config"),
            Map.entry("cloud-custodian", "custodian"),
            Map.entry("c7n", "custodian"),
            Map.entry("asff", "securityhub"),
            Map.entry("excel", "xlsx"),
            Map.entry("powerpipe", "steampipe"),
            Map.entry("scout", "scoutsuite"),
            Map.entry("security-hub", "securityhub"),
            Map.entry("tsv", "csv"));

    private Formats() {}

    private static Map<String, List<Format>> byName() {
        Map<String, List<Format>> formats = new LinkedHashMap<>();
        CsvTables csv = new CsvTables();
        XlsxTables xlsx = new XlsxTables();
        formats.put("csv", List.of(csv));
        formats.put("xlsx", List.of(xlsx));
        formats.put("cis", List.of(csv, xlsx));
        formats.put("prowler", List.of(new ProwlerChecks(), new ProwlerFrameworks()));
        formats.put(
                "securityhub",
                List.of(new SecurityHubControls(), new SecurityHubStandards(), new SecurityHubFindings()));
        formats.put("config", List.of(new ConfigRules(), new ConfigPacks()));
        formats.put("steampipe", List.of(new SteampipeControls()));
        formats.put("checkov", List.of(new CheckovPolicies(), new CheckovReports()));
        formats.put("custodian", List.of(new CustodianPolicies()));
        formats.put("scoutsuite", List.of(new ScoutSuiteRules()));
        return formats;
    }

    /** In the order in which they are shown. */
    public static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    /** The name as it is listed, of a name or of another word for it; empty where it is no format. */
    public static Optional<String> named(String word) {
        String plain = word.toLowerCase(Locale.ROOT);
        String name = ALIASES.getOrDefault(plain, plain);
        return BY_NAME.containsKey(name) ? Optional.of(name) : Optional.empty();
    }

    /** The keys of a rule that a column can be named for. */
    public static List<String> columns() {
        return TableRules.keys();
    }

    /**
     * The name of the format that a file is of.
     *
     * @throws UnreadableException if the file cannot be read as what its name says
     */
    public static Optional<String> recognized(Source source) {
        return BY_NAME.keySet().stream().filter(name -> fits(name, source)).findFirst();
    }

    /**
     * Whether a file is of a format.
     *
     * @throws UnreadableException if the file cannot be read as what its name says
     */
    public static boolean fits(String name, Source source) {
        return of(name, source).isPresent();
    }

    /** Reads a file that fits the format. */
    public static void read(String name, Source source, ImportLog log) {
        of(name, source).orElseThrow().read(source, log);
    }

    /** What files of the format are. */
    public static String files(String name) {
        return BY_NAME.getOrDefault(name, List.of()).stream().map(Format::files).collect(Collectors.joining("; "));
    }

    /** Whether a file may be of one of the formats, by its name. */
    public static boolean mayBe(String fileName) {
        return formats().anyMatch(format -> format.takes(fileName));
    }

    private static Stream<Format> formats() {
        return BY_NAME.values().stream().flatMap(List::stream);
    }

    private static Optional<Format> of(String name, Source source) {
        return BY_NAME.getOrDefault(name, List.of()).stream()
                .filter(format -> format.takes(source.name()) && format.fits(source))
                .findFirst();
    }
}
