package org.rulebatch.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rulebatch.files.Json;
import tools.jackson.databind.JsonNode;

/** What the packaged jar says of what is in it: a bill of materials, and every license and notice of every library. */
final class SupplyChainIT {

    private static final String SBOM = "META-INF/sbom/application.cdx.json";
    private static final String NOTICE_FILE =
            "(?i)(META-INF/)?(LICENSE|NOTICE|COPYRIGHT)[^/]*|META-INF/[^/]+-LICENSE[^/]*";

    private JarFile jar;

    @BeforeEach
    void open() throws IOException {
        jar = new JarFile("target/batch.jar");
    }

    @AfterEach
    void close() throws IOException {
        jar.close();
    }

    @Test
    void theBillNamesEveryLibraryAndWhatIsNotNeededIsNotThere() throws IOException {
        Map<String, Path> libraries = libraries();

        assertThat(libraries.keySet())
                .hasSizeGreaterThan(100)
                .anyMatch(name -> name.startsWith("h2-"))
                .anyMatch(name -> name.startsWith("aws-core-"))
                .noneMatch(name -> name.startsWith("smithy-build-") || name.startsWith("smithy-diff-"))
                .noneMatch(name -> name.matches("snakeyaml-\\d.*"))
                .noneMatch(name -> name.startsWith("junit-") || name.startsWith("wiremock"));
        assertThat(jar.getManifest().getMainAttributes().getValue("Sbom-Location"))
                .isEqualTo(SBOM);
        assertThat(bill().has("serialNumber")).isFalse();
    }

    @Test
    void theProgramHasALicenseAndANotice() throws IOException {
        assertThat(bytes(jar, "META-INF/LICENSE"))
                .isEqualTo(Files.readAllBytes(Path.of("LICENSE")))
                .asString()
                .contains("Apache License", "Version 2.0", "END OF TERMS AND CONDITIONS");
        assertThat(bytes(jar, "META-INF/NOTICE"))
                .isEqualTo(Files.readAllBytes(Path.of("NOTICE")))
                .asString()
                .contains("botocore", "Amazon.com, Inc. or its affiliates");
    }

    @Test
    void noLicenseAndNoNoticeOfALibraryIsLost() throws IOException {
        int found = 0;
        for (Map.Entry<String, Path> library : libraries().entrySet()) {
            try (JarFile theirs = new JarFile(library.getValue().toFile())) {
                for (String name : noticesOf(theirs)) {
                    String ours = "META-INF/third-party/" + library.getKey() + "-jar/" + name;
                    assertThat(bytes(jar, ours)).as(ours).isEqualTo(bytes(theirs, name));
                    found++;
                }
            }
        }
        assertThat(found).isGreaterThan(150);
    }

    @Test
    void springFactoriesAreThoseOfAllLibrariesAndHoldNoTime() throws IOException {
        Map<String, Set<String>> expected = new TreeMap<>();
        for (Path library : libraries().values()) {
            try (JarFile theirs = new JarFile(library.toFile())) {
                if (theirs.getEntry("META-INF/spring.factories") != null) {
                    factories(theirs).forEach((key, values) -> expected.computeIfAbsent(key, ignored -> new TreeSet<>())
                            .addAll(values));
                }
            }
        }

        assertThat(factories(jar))
                .as("src/main/shade/spring.factories is what the libraries have; change it where they have changed")
                .isEqualTo(expected);
        assertThat(bytes(jar, "META-INF/spring.factories")).asString().doesNotContain(" UTC ");
    }

    /** The jars that the bill names, by name and version, where this build has them. */
    private Map<String, Path> libraries() throws IOException {
        Map<String, Path> onClassPath = new LinkedHashMap<>();
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.toString().endsWith(".jar"))
                .forEach(path -> onClassPath.put(path.getFileName().toString(), path));
        Map<String, Path> libraries = new TreeMap<>();
        for (JsonNode component : bill().path("components")) {
            String name = component.path("name").asString() + "-"
                    + component.path("version").asString();
            Path file = onClassPath.get(name + ".jar");
            assertThat(file)
                    .as(name + " is in the bill; is it on the class path?")
                    .isNotNull();
            libraries.put(name, file);
        }
        return libraries;
    }

    private JsonNode bill() throws IOException {
        return Json.COMPACT.readTree(bytes(jar, SBOM));
    }

    private static List<String> noticesOf(JarFile library) {
        return library.stream()
                .filter(entry -> !entry.isDirectory())
                .map(JarEntry::getName)
                .filter(name -> name.matches(NOTICE_FILE) || name.startsWith("META-INF/licenses/"))
                .toList();
    }

    private static Map<String, Set<String>> factories(JarFile jar) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = jar.getInputStream(jar.getEntry("META-INF/spring.factories"))) {
            properties.load(in);
        }
        Map<String, Set<String>> factories = new TreeMap<>();
        for (Enumeration<?> names = properties.propertyNames(); names.hasMoreElements(); ) {
            String name = String.valueOf(names.nextElement());
            Set<String> values = new TreeSet<>(
                    Arrays.asList(properties.getProperty(name).trim().split("\\s*,\\s*")));
            factories.put(name, values);
        }
        return factories;
    }

    private static byte[] bytes(JarFile jar, String name) throws IOException {
        JarEntry entry = jar.getJarEntry(name);
        assertThat(entry).as(name).isNotNull();
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }
}
