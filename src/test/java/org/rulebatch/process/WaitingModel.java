package org.rulebatch.process;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A model that takes every question and answers none, so that a run that asks it goes on for as long as a test wants. */
final class WaitingModel implements AutoCloseable {

    private final HttpServer server;

    WaitingModel() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            // Whoever takes an exchange and neither answers nor closes it keeps its client waiting.
        });
        server.start();
    }

    /** What a run needs to be told to ask it. */
    String[] asked() {
        return new String[] {
            "--generator=openai",
            "--llm.base-url=http://127.0.0.1:" + server.getAddress().getPort() + "/v1"
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
