package org.rulebatch.catalog;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * All AWS services this version knows. Immutable and safe for many threads; a service is loaded when it is first asked
 * for and then kept.
 */
public final class Catalog {

    private final CatalogFiles files;
    private final Facts index;
    private final SortedSet<String> clients;
    private final ConcurrentMap<String, Service> services = new ConcurrentHashMap<>();

    private Catalog(CatalogFiles files) {
        this.files = files;
        this.index = files.index();
        this.clients = Collections.unmodifiableSortedSet(
                new TreeSet<>(index.at("services").keys()));
    }

    /** The catalog that comes with the program. */
    public static Catalog bundled() {
        return Bundled.CATALOG;
    }

    /**
     * A catalog compiled into a folder.
     *
     * @throws CatalogException if the folder holds none
     */
    public static Catalog in(Path folder) {
        return new Catalog(CatalogFiles.in(folder));
    }

    /** The models it was compiled from, such as {@code botocore 1.43.67}. */
    public String version() {
        return index.text("version");
    }

    /** The boto3 client names of all services. */
    public SortedSet<String> clients() {
        return clients;
    }

    /**
     * Finds a service.
     *
     * @param client the boto3 client's name, such as {@code s3}
     * @throws CatalogException if its file cannot be read
     */
    public Optional<Service> service(String client) {
        if (!clients.contains(client)) {
            return Optional.empty();
        }
        return Optional.of(services.computeIfAbsent(client, name -> new Service(files.service(name))));
    }

    /**
     * A service's endpoint rule set, as botocore's {@code endpoint-rule-set-1.json} states it.
     *
     * @param client a name of {@link #clients()}
     * @throws CatalogException if its file cannot be read
     */
    public String endpointRules(String client) {
        return files.endpointRules(client);
    }

    /** The nearest known client name, for a suggestion. */
    public Optional<String> nearest(String client) {
        return Nearest.to(client, clients);
    }

    private static final class Bundled {
        private static final Catalog CATALOG = new Catalog(CatalogFiles.bundled());
    }
}
