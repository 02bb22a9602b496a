package org.rulebatch.generate.llm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.generate.CheckTrial;
import org.rulebatch.generate.EvidenceSource;
import org.rulebatch.generate.GeneratorException;
import org.rulebatch.generate.Proposal;
import org.rulebatch.generate.Provenance;
import org.rulebatch.generate.RequirementGenerator;
import org.rulebatch.generate.llm.chat.CallFailure;
import org.rulebatch.generate.llm.chat.CatalogLookup;
import org.rulebatch.generate.llm.chat.Conversation;
import org.rulebatch.generate.llm.chat.Prompt;
import org.rulebatch.generate.llm.chat.PromptBuilder;
import org.rulebatch.generate.llm.chat.ReplyReader;
import org.rulebatch.generate.llm.chat.Verdict;
import org.rulebatch.generate.llm.cost.Ledger;
import org.rulebatch.generate.llm.cost.ModelUsage;
import org.rulebatch.generate.llm.cost.ReplyQuality;
import org.rulebatch.generate.llm.cost.Usage;
import org.rulebatch.generate.llm.pace.CallGate;
import org.rulebatch.generate.llm.pace.Quota;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.requirement.Candidate;
import org.rulebatch.requirement.Cause;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Finding;
import org.rulebatch.ruleyaml.Chains;

/**
 * Decides rules by asking a language model to write their checks. Whatever the model says, or a rule's text makes it say, a check
 * makes reads only, is typed against AWS's models, answers the rule's parts and is tried on examples.
 */
public final class LlmGenerator implements RequirementGenerator, AutoCloseable {

    static final String NAME = "openai";

    /** So many rules may come to nothing before the model is taken for the reason. */
    private static final int MOST_UNDECIDED = 10;

    private final AtomicInteger undecided = new AtomicInteger();
    private final GeneratorSettings settings;
    private final PromptBuilder prompts;
    private final RequirementGenerator embedded;
    private final CatalogLookup lookup;
    private final CheckTrial trial;
    private final StoredReplies model;
    private final ReplyStore store;
    private final Ledger ledger;
    private final CallGate gate;
    private final ModelAccess access;
    private final String catalogVersion;

    /**
     * @param evidence finds what may decide a rule
     * @param embedded answers where the model's replies cannot be used
     * @param trial tries what the model writes
     * @param quota what may be asked, of others as well where it is shared
     */
    public LlmGenerator(
            GeneratorSettings settings,
            Catalog catalog,
            Chains chains,
            ServiceNames names,
            EvidenceSource evidence,
            RequirementGenerator embedded,
            CheckTrial trial,
            ReplyStore store,
            Quota quota) {
        this.settings = settings;
        this.prompts = new PromptBuilder(
                catalog, chains, names, evidence, settings.model().style());
        this.embedded = embedded;
        this.lookup = new CatalogLookup(catalog, chains, names, evidence);
        this.trial = trial;
        this.catalogVersion = catalog.version();
        this.store = store;
        this.ledger = ledger();
        this.gate = new CallGate();
        this.access = ModelAccess.live(settings, quota, ledger, gate);
        this.model = new StoredReplies(access.model(), settings.model(), store, settings.reuse(), ledger);
    }

    @Override
    public Proposal propose(RuleMetadata rule) {
        Optional<Prompt> prompt = prompts.build(rule);
        if (prompt.isEmpty()) {
            return embedded.propose(rule);
        }
        try {
            Conversation.End end = new Conversation(rule, prompt.get(), model, lookup, trial, settings.verify()).run();
            Provenance provenance = new Provenance(
                    NAME, end.stored().reply().model(), end.stored().sha256(), catalogVersion);
            if (end.decision().isPresent()) {
                return new Proposal(sure(end.decision().get()), provenance);
            }
            giveUpIfNothingIsUsable(end);
            return without(rule, prompt.get(), unusable(end.faults()), provenance);
        } catch (CallFailure e) {
            return unanswered(rule, prompt.get(), e);
        }
    }

    /** What is paid for and cannot be used is not paid for a thousand times. */
    private void giveUpIfNothingIsUsable(Conversation.End end) {
        if (end.stored().fresh() && undecided.incrementAndGet() >= MOST_UNDECIDED) {
            Optional<String> problem = ledger.quality().problem();
            if (problem.isPresent()) {
                throw gate.close(
                        problem.get() + ". A restart keeps these answers and asks about the other rules; another model"
                                + " needs a new run: --fresh --llm.model=<name>");
            }
        }
    }

    private Proposal unanswered(RuleMetadata rule, Prompt prompt, CallFailure failure) {
        String message = "the model could not be asked: " + failure.getMessage() + "; generate service '"
                + rule.service() + "' again, which asks only for what is missing";
        throw new GeneratorException(message, failure);
    }

    /** What the run has used so far. */
    public ModelUsage usage() {
        return ledger.report(access.pacing().get());
    }

    /** The same by what is stored, by other processes as well. */
    public ModelUsage usageOfAll() {
        return ledger().report(access.pacing().get());
    }

    /** What is stored of the run. */
    private Ledger ledger() {
        Map<String, Usage> used = store.used();
        Map<Verdict, Integer> verdicts = store.verdicts();
        ReplyQuality quality = new ReplyQuality(
                verdicts.getOrDefault(Verdict.ANSWER, 0),
                verdicts.getOrDefault(Verdict.BAD, 0),
                "",
                settings.fallback() == Fallback.EMBEDDED
                        ? "the embedded generator"
                        : "nobody, so that people have to,");
        return new Ledger(settings.model().model(), settings.tariff(), used, quality);
    }

    /** Ends all asking; calls under way still come in. */
    @Override
    public void close() {
        gate.close("the run ends");
    }

    private Decision sure(Decision decision) {
        if (!(decision instanceof Decision.Automated automated) || automated.confidence() >= settings.minConfidence()) {
            return decision;
        }
        Candidate own = new Candidate(automated.requirement(), automated.confidence(), "model");
        String rationale = automated.notes().stream().map(Finding::message).collect(Collectors.joining(" "));
        return new Decision.ManualReview(
                Cause.MODEL_UNSURE,
                "the model is not sure enough of its answer. " + rationale,
                automated.confidence(),
                Stream.concat(Stream.of(own), automated.candidates().stream()).toList());
    }

    private static String unusable(List<Finding> faults) {
        String why = faults.stream().map(Finding::message).collect(Collectors.joining("; "));
        return "the model's replies cannot be used, the last one because " + why;
    }

    private Proposal without(RuleMetadata rule, Prompt prompt, String reason, Provenance provenance) {
        if (settings.fallback() == Fallback.MANUAL_REVIEW) {
            List<Candidate> candidates = ReplyReader.candidates(prompt);
            return new Proposal(new Decision.ManualReview(Cause.MODEL_FAILED, reason, 0, candidates), provenance);
        }
        Proposal own = embedded.propose(rule);
        if (!(own.decision() instanceof Decision.WithCheck decided)) {
            return own;
        }
        Finding note = Finding.note("model.unusable", "reply", reason + "; this is the embedded generator's answer");
        return new Proposal(decided.with(note), own.provenance(), own.parts());
    }
}
