package org.rulebatch.engine.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.engine.ServiceRun;
import org.rulebatch.report.entry.Correction;
import org.rulebatch.ruleyaml.RuleDocument;

/** Corrects in a rule file what is mechanical. */
final class Repair {

    private final TemplateRepair templates;
    private final ParameterRepair parameters;

    Repair(Catalog catalog) {
        this.templates = new TemplateRepair(catalog);
        this.parameters = new ParameterRepair(catalog);
    }

    /** A corrected file and what was corrected. */
    record Repaired(RuleDocument document, List<Correction> corrections) {}

    /** @return empty if nothing can be corrected */
    Optional<Repaired> repair(ServiceRun run) {
        List<Correction> corrections = new ArrayList<>();
        RuleDocument templated = templates.repair(run.document(), corrections);
        RuleDocument repaired = parameters.repair(templated, run.errors(), corrections);
        return corrections.isEmpty() ? Optional.empty() : Optional.of(new Repaired(repaired, corrections));
    }
}
