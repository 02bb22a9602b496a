package org.rulebatch.catalog.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.rulebatch.catalog.CatalogException;

/**
 * Compiles the models of all services botocore has. One service is in memory at a time. The same models give the same
 * JSON, byte by byte.
 */
public final class CatalogCompiler {

    private final AccessRules accessRules;

    /** A compiler with the program's own access rules, {@code catalog/access.yaml}. */
    public CatalogCompiler() {
        this(AccessRules.bundled());
    }

    CatalogCompiler(AccessRules accessRules) {
        this.accessRules = accessRules;
    }

    /**
     * Writes {@code <client>.json.gz}, {@code endpoints/<client>.json.gz} and {@code index.json}; files of services
     * that are no longer there are removed.
     *
     * @param from a botocore wheel (.whl, .zip), an archive of its data (.tar, .tar.gz, .tar.xz), the data folder or a
     *     folder that holds it
     * @param to the folder to write into, made if it is missing
     * @throws CatalogException if {@code from} holds no models or one of them is broken
     * @throws IOException if a file cannot be read or written
     */
    public CompileReport compile(Path from, Path to) throws IOException {
        try (ModelSource source = ModelSource.open(from)) {
            Files.createDirectories(to.resolve("endpoints"));
            CompileReport report = new CompileReport("botocore " + source.version(), 0, 0, 0, 0);
            Map<String, Object> index = new TreeMap<>();
            for (ModelFolder folder : source.newestModels()) {
                CompiledService service = compile(folder);
                index.put(service.client(), indexEntry(service));
                report = report.plus(service, write(service, folder, to));
            }
            removeOthers(to, index.keySet());
            removeOthers(to.resolve("endpoints"), index.keySet());
            Map<String, Object> all = Map.of("version", report.version(), "services", index);
            return report.plus(FactsWriter.writeIndex(all, to.resolve("index.json")));
        }
    }

    private CompiledService compile(ModelFolder folder) {
        try {
            return new ServiceCompiler(folder.client(), folder.service(), accessRules).compile(folder.pagination());
        } catch (IOException | RuntimeException e) {
            throw new CatalogException(
                    "The model in " + folder.path() + " cannot be compiled: " + e.getMessage()
                            + "; take a complete botocore wheel or data folder.",
                    e);
        }
    }

    private static long write(CompiledService service, ModelFolder folder, Path to) throws IOException {
        String file = service.client() + ".json.gz";
        long written = FactsWriter.write(service.facts(), to.resolve(file));
        return written
                + FactsWriter.write(
                        folder.endpointRules(), to.resolve("endpoints").resolve(file));
    }

    private static Map<String, Object> indexEntry(CompiledService service) {
        return Map.of("serviceId", service.serviceId(), "operations", service.operations(), "reads", service.reads());
    }

    private static void removeOthers(Path folder, Set<String> clients) throws IOException {
        Set<Path> old = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".json.gz")).forEach(old::add);
        }
        for (Path file : old) {
            String name = file.getFileName().toString();
            if (!clients.contains(name.substring(0, name.length() - ".json.gz".length()))) {
                Files.delete(file);
            }
        }
    }
}
