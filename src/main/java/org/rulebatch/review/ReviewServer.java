package org.rulebatch.review;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.report.page.RunFiles;
import org.rulebatch.ruleyaml.Chains;
import org.rulebatch.store.OutputFolder;
import org.rulebatch.validate.Validator;

/** Serves the page of a run on this machine's loopback address. */
public final class ReviewServer implements AutoCloseable {

    private final HttpServer server;
    private final String token = Guard.newToken();

    /**
     * Starts to serve.
     *
     * @param port 0 for any that is free
     * @param overrides where decisions are written
     * @throws IOException if the port cannot be had
     */
    public ReviewServer(OutputFolder output, Path overrides, int port, Catalog catalog) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        Guard guard = new Guard(token, server.getAddress().getPort());
        Decisions decisions = new Decisions(overrides, new Validator(catalog, new Chains(catalog)));
        ReviewedRun run = new ReviewedRun(new RunFiles(output), decisions);
        server.createContext("/", new ReviewHandler(guard, run, decisions, new Choices(catalog)));
        server.start();
    }

    /** What to open in a browser; it holds the token. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/?token=" + token;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
