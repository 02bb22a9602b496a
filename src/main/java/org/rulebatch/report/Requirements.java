package org.rulebatch.report;

import java.util.List;
import org.rulebatch.files.AtomicFile;
import org.rulebatch.files.Json;
import org.rulebatch.store.RunFolder;

/** The map of service to rules, copied from the records of the services; one rule is in memory at a time. */
final class Requirements {

    private Requirements() {}

    /** @param services sorted; each has a record */
    static AtomicFile.Content of(List<String> services, RunFolder run) {
        return Json.document(json -> {
            json.writeStartObject();
            for (String service : services) {
                json.writeName(service);
                ServiceRecord.copyRules(run.record(service), json);
            }
            json.writeEndObject();
        });
    }
}
