package org.rulebatch.generate.llm.bulk;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** What a run has asked in batches and what has come of it; what it is told survives the process. Thread-safe. */
public interface BatchStore {

    /**
     * A batch whose answers have not been fetched.
     *
     * @param id of its row
     * @param fileId of its requests at the server
     * @param batchId empty if nobody lived to write it down
     */
    record Open(long id, String fileId, String batchId) {}

    /**
     * What came back to one request.
     *
     * @param sha256 of the request
     * @param status of HTTP; 0 where the server never tried it in time
     * @param body empty where it was too long to be kept
     */
    record Result(String sha256, int status, String body) {}

    /** What has come back to a request, oldest first. */
    List<Result> results(String sha256);

    /** How many requests the run has sent. */
    int requests();

    /** A file of requests is at the server; its id is returned. */
    long uploaded(String fileId, Collection<String> requests);

    void created(long id, String batchId);

    /** The batches whose answers have not been fetched, oldest first. */
    List<Open> open();

    /** Keeps results of a batch; those that are no answers to its requests are left out. */
    void keep(long id, List<Result> results);

    /**
     * All there is of a batch has been kept.
     *
     * @param tried whether the server has tried what it did not answer; if not, that counts as not asked
     */
    void ended(long id, boolean tried);

    /** Where requests are gathered until they are sent. */
    Path folder();
}
