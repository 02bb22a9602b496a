package org.rulebatch.batch.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rulebatch.report.Counts;
import org.rulebatch.report.ServiceRecord;
import org.rulebatch.store.OutputFolder;
import org.rulebatch.store.RunFolder;
import org.springframework.jdbc.core.JdbcTemplate;

/** The files of a run that its manager sends through the repository, and those that come back. */
public final class RunArrivals {

    private final FileTable table;
    private final RunFolder run;

    public RunArrivals(FileTable table, RunFolder run) {
        this.table = table;
        this.run = run;
    }

    /** Lets workers have the rules of services. */
    public void send(List<String> services) throws IOException {
        for (String service : services) {
            table.put(RunFolder.rulesName(service), run.rules(service));
        }
    }

    /** Brings the record of a service to the run's folder, if it is not there yet. */
    public Counts take(String service) throws IOException {
        Path record = run.record(service);
        String name = RunFolder.recordName(service);
        if (table.has(name)) {
            table.fetch(name, record);
            table.remove(name);
        }
        return ServiceRecord.read(record).counts();
    }

    public void forget(List<String> services) {
        services.forEach(service -> table.remove(RunFolder.rulesName(service)));
    }

    /** Brings home what workers have committed for managers that are gone. Nothing may be at work for the folder any more. */
    static void takeAll(JdbcTemplate jdbc, OutputFolder output, String outputId) throws IOException {
        for (String runId : FileTable.runs(jdbc, outputId)) {
            FileTable table = new FileTable(jdbc, outputId, runId);
            RunFolder run = output.run(runId);
            if (Files.isDirectory(run.path())) {
                for (String record : table.records()) {
                    table.fetch(record, run.path().resolve(record));
                }
            }
            table.removeAll();
        }
    }
}
