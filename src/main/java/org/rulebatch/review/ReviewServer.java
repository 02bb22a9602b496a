package org.rulebatch.review;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.files.Daemons;
import org.rulebatch.language.Language;
import org.rulebatch.ruleyaml.Chains;
import org.rulebatch.store.OutputFolder;
import org.rulebatch.validate.Validator;
import org.springframework.util.function.SingletonSupplier;

/**
 * Serves the page of a run on this machine's loopback address. A request that has not come whole after {@value #PATIENCE}
 * seconds is dropped; until then it holds a thread of its own and nobody else's.
 */
public final class ReviewServer implements AutoCloseable {

    /** Seconds. Java's server reads it once in a process, before its first start; it has no setting of a single server. */
    private static final String PATIENCE = "10";

    /** Seconds, for the work on an answer and its sending; a large run's files are read for each. */
    private static final String PATIENCE_WITH_ANSWERS = "120";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(Daemons.named("review"));
    private final String token = Guard.newToken();

    /**
     * Starts to serve.
     *
     * @param port 0 for any that is free
     * @param overrides where decisions are written
     * @param log receives a line for each request that was refused, failed, or changed something
     * @throws IOException if the port cannot be had
     */
    public ReviewServer(OutputFolder output, Path overrides, int port, Catalog catalog, Consumer<String> log)
            throws IOException {
        System.setProperty("sun.net.httpserver.maxReqTime", PATIENCE);
        System.setProperty("sun.net.httpserver.maxRspTime", PATIENCE_WITH_ANSWERS);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        Guard guard = new Guard(token, server.getAddress().getPort());
        Chains chains = new Chains(catalog);
        Supplier<Language> language = SingletonSupplier.of(() -> Language.of(catalog));
        Decisions decisions = new Decisions(
                overrides, new Validator(catalog, chains, language), new Members(chains), Clock.systemDefaultZone());
        DraftTrial trial = new DraftTrial(catalog, language, overrides.resolveSibling("examples"));
        ReviewApi api = new ReviewApi(new ReviewedRun(output, decisions), decisions, new Choices(catalog), trial);
        server.createContext("/", new ReviewHandler(guard, api, log));
        server.setExecutor(threads);
        server.start();
    }

    /** What to open in a browser; its fragment is the token, which the page takes out of the address. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/#token=" + token;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
