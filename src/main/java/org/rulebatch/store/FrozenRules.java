package org.rulebatch.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.rulebatch.files.Json;
import org.rulebatch.metadata.RuleMetadata;

/** The rules of a run as they were when it began. */
public final class FrozenRules {

    private final RunFolder run;

    public FrozenRules(RunFolder run) {
        this.run = run;
    }

    /**
     * The usable rules of a service, in the order of their ids.
     *
     * @throws IOException if the run's folder has been damaged
     */
    public List<RuleMetadata> of(String service) throws IOException {
        List<RuleMetadata> rules = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(run.rules(service))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                rules.add(Json.COMPACT.readValue(line, RuleMetadata.class));
            }
        }
        return rules;
    }
}
