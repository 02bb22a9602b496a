package org.rulebatch.generate.override;

import java.util.Optional;
import org.rulebatch.generate.Proposal;
import org.rulebatch.generate.Provenance;
import org.rulebatch.generate.RequirementGenerator;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.requirement.Decision;

/** Says what a person decided, where one did; asks another generator about the rest. */
public final class OverrideGenerator implements RequirementGenerator {

    /** The generator's name in a rule's provenance. */
    public static final String NAME = "override";

    private final Overrides overrides;
    private final RequirementGenerator others;
    private final Provenance provenance;

    /** @param catalog the version of the API catalog */
    public OverrideGenerator(Overrides overrides, RequirementGenerator others, String catalog) {
        this.overrides = overrides;
        this.others = others;
        this.provenance = new Provenance(NAME, null, null, catalog);
    }

    @Override
    public Proposal propose(RuleMetadata rule) {
        Optional<Decision> decided = overrides.of(rule.ruleId());
        return decided.map(decision -> new Proposal(decision, provenance)).orElseGet(() -> others.propose(rule));
    }
}
