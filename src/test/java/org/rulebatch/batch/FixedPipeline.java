package org.rulebatch.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.generate.Proposal;
import org.rulebatch.generate.Provenance;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.pipeline.RulePipeline;
import org.rulebatch.pipeline.ServicePipeline;
import org.rulebatch.pipeline.ServiceResult;
import org.rulebatch.requirement.Call;
import org.rulebatch.requirement.Cause;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Conditions;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Expectation;
import org.rulebatch.requirement.Operator;
import org.rulebatch.ruleyaml.Chains;

/**
 * Decides every rule by the versioning of buckets, but one whose id says {@code manual}, and one that says {@code broken},
 * which fails; of one that says {@code reserved} the check is only proposed. Services can be made to fail as a whole.
 */
public final class FixedPipeline implements ServicePipeline {

    static final String RESERVATION = "only indicates it";
    private static final Provenance PROVENANCE = new Provenance("fixed", null, null, "none");
    private static final Chains CHAINS = new Chains(Catalog.bundled());

    final List<String> processed = new CopyOnWriteArrayList<>();
    public final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final RulePipeline pipeline = new RulePipeline(Catalog.bundled(), CHAINS, FixedPipeline::propose, "fixed");

    @Override
    public ServiceResult process(String service, List<RuleMetadata> rules) {
        processed.add(service);
        if (failing.contains(service)) {
            throw new IllegalStateException("no luck with " + service);
        }
        return pipeline.process(service, rules);
    }

    List<String> takeProcessed() {
        List<String> taken = new ArrayList<>(processed);
        processed.clear();
        taken.sort(null);
        return taken;
    }

    private static Proposal propose(RuleMetadata rule) {
        if (rule.ruleId().contains("broken")) {
            throw new IllegalStateException("cannot think about '" + rule.ruleId() + "'");
        }
        if (rule.ruleId().contains("manual")) {
            return new Proposal(
                    new Decision.ManualReview(Cause.NOTHING_FITS, "a person must look", 0.2, List.of()), PROVENANCE);
        }
        Expectation enabled = Expectation.of(Operator.EQUALS, "Enabled");
        Condition condition = Condition.of("versioning", Call.of("s3", "get_bucket_versioning"), "Status", enabled);
        if (rule.ruleId().contains("reserved")) {
            return new Proposal(
                    new Decision.Proposed(Conditions.single(condition), RESERVATION, 0.7, List.of(), List.of()),
                    PROVENANCE);
        }
        return new Proposal(
                new Decision.Automated(Conditions.single(condition), 0.93, List.of(), List.of()), PROVENANCE);
    }
}
