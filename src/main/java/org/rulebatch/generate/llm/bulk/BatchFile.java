package org.rulebatch.generate.llm.bulk;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file of requests that becomes one batch, within what OpenAI takes: 50,000 requests and 200 MB. */
public final class BatchFile implements Closeable {

    /**
     * What a file may hold.
     *
     * @param requests at most
     * @param bytes at most
     */
    public record Size(int requests, long bytes) {
        public static final Size OPENAI = new Size(50_000, 200_000_000);
    }

    private final Path path;
    private final Size most;
    private final OutputStream out;
    private final List<String> requests = new ArrayList<>();
    private long bytes;

    BatchFile(Path path, Size most) throws IOException {
        this.path = path;
        this.most = most;
        this.out = new BufferedOutputStream(Files.newOutputStream(path));
    }

    /** @return whether it had room for it */
    boolean add(Outbox.Waiting waiting) throws IOException {
        byte[] line = (waiting.line() + "\n").getBytes(StandardCharsets.UTF_8);
        if (requests.size() == most.requests() || bytes + line.length > most.bytes()) {
            return false;
        }
        out.write(line);
        bytes += line.length;
        requests.add(waiting.sha256());
        return true;
    }

    Path path() {
        return path;
    }

    /** The hashes of its requests. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
