package org.rulebatch.report;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.rulebatch.files.AtomicFile;
import org.rulebatch.files.Json;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.report.entry.RuleEntry;
import org.rulebatch.store.FrozenRules;
import org.rulebatch.store.RunFolder;
import tools.jackson.core.JsonGenerator;

/** The map of service to rules, copied from the records of the services; rules of one service are in memory at a time. */
final class Requirements {

    private Requirements() {}

    /** @param services sorted; each has a record */
    static AtomicFile.Content of(List<String> services, RunFolder run) {
        return of(services, run, Map.of());
    }

    /**
     * @param services sorted; each has a record or a reason
     * @param reasons why the rules of a service that has no record have failed, by service
     */
    static AtomicFile.Content of(List<String> services, RunFolder run, Map<String, String> reasons) {
        return Json.document(json -> {
            json.writeStartObject();
            for (String service : services) {
                json.writeName(service);
                String reason = reasons.get(service);
                if (reason == null || Files.exists(run.record(service))) {
                    ServiceRecord.copyRules(run.record(service), json);
                } else {
                    writeFailed(json, new FrozenRules(run).of(service), reason);
                }
            }
            json.writeEndObject();
        });
    }

    private static void writeFailed(JsonGenerator json, List<RuleMetadata> rules, String reason) throws IOException {
        json.writeStartArray();
        for (RuleMetadata rule : rules) {
            json.writePOJO(RuleEntry.failed(rule, reason));
        }
        json.writeEndArray();
    }
}
