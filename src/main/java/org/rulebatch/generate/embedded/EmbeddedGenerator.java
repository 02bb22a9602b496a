package org.rulebatch.generate.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.generate.CandidateSource;
import org.rulebatch.generate.Evidence;
import org.rulebatch.generate.EvidenceSource;
import org.rulebatch.generate.Proposal;
import org.rulebatch.generate.Provenance;
import org.rulebatch.generate.RequirementGenerator;
import org.rulebatch.generate.embedded.Option.Answer;
import org.rulebatch.generate.embedded.Ranker.Ranked;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.knowledge.Vocabulary;
import org.rulebatch.meaning.WordVectors;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.reading.Boilerplate;
import org.rulebatch.reading.Reader;
import org.rulebatch.requirement.Call;
import org.rulebatch.requirement.Candidate;
import org.rulebatch.requirement.Cause;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Conditions;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Finding;
import org.rulebatch.requirement.Requirement;
import org.rulebatch.requirement.RulePart;
import org.rulebatch.ruleyaml.Chains;
import org.springframework.util.function.SingletonSupplier;

/**
 * Decides rules without a model: understands the rule's words, ranks what the knowledge base says and what the catalog
 * holds, and answers only where the best option is probably right.
 */
public final class EmbeddedGenerator implements RequirementGenerator, CandidateSource, EvidenceSource, HintedGenerator {

    private static final int CANDIDATES = 3;

    private final ServiceNames services;
    private final RuleReader reader;
    private final Scopes scopes;
    private final Ranking ranking;
    private final FactConditions conditions;
    private final EvidenceMaker evidence;
    private final Reader wholes = new Reader(Boilerplate.none());
    private final Coverage coverage;
    private final Twins twins;
    private final Provenance provenance;
    private final Chains chains;
    private final Supplier<Keepers> keepers;

    public EmbeddedGenerator(Catalog catalog, Knowledge knowledge, ServiceNames services, Chains chains) {
        this.services = services;
        this.chains = chains;
        Words words = new Words();
        this.reader = new RuleReader(words, Vocabulary.bundled());
        this.keepers = SingletonSupplier.of(() -> new Keepers(catalog, knowledge, words));
        WordVectors vectors = WordVectors.bundled(reader::stems);
        this.scopes = new Scopes(catalog, knowledge, reader, vectors);
        this.ranking = Ranking.bundled();
        this.conditions = new FactConditions(chains, knowledge);
        this.evidence = new EvidenceMaker(knowledge, conditions);
        this.coverage = new Coverage(knowledge, reader, vectors);
        this.twins = new Twins(coverage, new Opposites(knowledge, reader));
        this.provenance = new Provenance("embedded", null, null, catalog.version());
    }

    private EmbeddedGenerator(EmbeddedGenerator like, Ranking ranking) {
        this.services = like.services;
        this.chains = like.chains;
        this.reader = like.reader;
        this.scopes = like.scopes;
        this.ranking = ranking;
        this.conditions = like.conditions;
        this.evidence = like.evidence;
        this.coverage = like.coverage;
        this.twins = like.twins;
        this.provenance = like.provenance;
        this.keepers = like.keepers;
    }

    /** The same generator with other weights. */
    public EmbeddedGenerator with(Ranking other) {
        return new EmbeddedGenerator(this, other);
    }

    public Ranking ranking() {
        return ranking;
    }

    @Override
    public Proposal propose(RuleMetadata rule) {
        Reached reached = reach(rule, null);
        return new Proposal(reached.decision(), provenance, reached.parts());
    }

    @Override
    public Decision decide(RuleMetadata rule, @Nullable Hint hint) {
        return reach(rule, hint).decision();
    }

    /**
     * A decision and what led to it.
     *
     * @param parts what the rule asks; empty where there is no check that could answer it
     * @param ranked what it was chosen from, the chosen one first
     */
    record Reached(Decision decision, List<RulePart> parts, List<Ranked> ranked) {}

    private static Reached without(Decision decision, List<Ranked> ranked) {
        return new Reached(decision, List.of(), ranked);
    }

    Reached reach(RuleMetadata asWritten, @Nullable Hint hint) {
        Preamble preamble = Preamble.of(asWritten);
        RuleMetadata rule = preamble.rule();
        Optional<List<String>> clients = services.clients(rule.service());
        if (clients.isEmpty() || clients.get().isEmpty()) {
            String why = clients.isEmpty() ? "the service is not known" : services.reason(rule.service());
            String reason = "no AWS API belongs to '" + rule.service() + "': " + why;
            return without(new Decision.ManualReview(Cause.NO_SERVICE, reason, 0, List.of()), List.of());
        }
        org.rulebatch.reading.RuleReading whole = preamble.read(wholes.read(rule));
        RuleReading reading = reader.read(rule, () -> whole);
        List<Ranked> ranked = ranked(reading, clients.get(), hint);
        if (ranked.isEmpty()) {
            String reason = "nothing in the API fits the words of the rule";
            return without(new Decision.ManualReview(Cause.NOTHING_FITS, reason, 0, List.of()), List.of());
        }
        if (ranked.get(0).option().answer() instanceof Answer.NotExposed gap) {
            Decision decision = new Decision.ManualReview(
                    Cause.NO_READ_API,
                    "no read API says it: " + gap.gap().reason(),
                    1 - ranking.confidence(ranked, hint),
                    candidates(reading, ranked, hint, CANDIDATES));
            return without(decision, ranked);
        }
        Twins.Choice found = twins.choose(
                rule, whole, scopes.of(clients.get()), ranked, answer -> requirement(reading, answer, hint));
        Twins.Choice choice =
                ranking.confidence(found.rivals(), hint) >= DecisionMaker.CERTAIN ? found.forgiving() : found;
        Optional<Reached> both = hint == null ? both(rule, whole, choice) : Optional.empty();
        if (both.isPresent()) {
            return both.get();
        }
        Option chosen = choice.ranked().get(0).option();
        PartsMaker parts =
                new PartsMaker(rule, whole, choice.left(), coverage.pieces(rule, chosen, choice.requirement()));
        Decision decision = decide(rule, reading, whole, choice.covering(parts.covers()), hint);
        return new Reached(decision, parts.parts(), choice.ranked());
    }

    /** One check of two where the best option leaves out one of the two things that the rule asks, and each alone has a sure check. */
    private Optional<Reached> both(RuleMetadata rule, org.rulebatch.reading.RuleReading whole, Twins.Choice choice) {
        if (choice.left().open().isEmpty() || !whole.contradictions().isEmpty()) {
            return Optional.empty();
        }
        return Halves.of(rule, whole).flatMap(halves -> {
            Reached first = reach(halves.first(), null);
            Reached second = reach(halves.second(), null);
            return first.decision() instanceof Decision.Automated one
                            && second.decision() instanceof Decision.Automated other
                    ? Both.of(chains, one.requirement(), other.requirement())
                            .map(check -> both(rule, whole, choice, check, one, other))
                    : Optional.empty();
        });
    }

    private Reached both(
            RuleMetadata rule,
            org.rulebatch.reading.RuleReading whole,
            Twins.Choice choice,
            Requirement check,
            Decision.Automated one,
            Decision.Automated other) {
        Option chosen = choice.ranked().get(0).option();
        PartsMaker parts = new PartsMaker(rule, whole, Left.NOTHING, coverage.pieces(rule, chosen, check));
        Requirement covering = check instanceof Expressions asked ? asked.withCovers(parts.covers()) : check;
        double confidence = Math.min(one.confidence(), other.confidence());
        List<Candidate> candidates = Stream.of(
                        new Candidate(covering, confidence, "knowledge"),
                        one.candidates().get(0),
                        other.candidates().get(0))
                .toList();
        List<Finding> notes = Stream.concat(one.notes().stream(), other.notes().stream())
                .distinct()
                .toList();
        return new Reached(
                new Decision.Automated(covering, confidence, candidates, notes), parts.parts(), choice.ranked());
    }

    @Override
    public List<Candidate> candidates(RuleMetadata rule, int limit) {
        return candidates(rule, null, limit);
    }

    @Override
    public List<Candidate> candidates(RuleMetadata rule, @Nullable Hint hint, int limit) {
        Optional<List<String>> clients = services.clients(rule.service());
        if (clients.isEmpty() || clients.get().isEmpty()) {
            return List.of();
        }
        RuleReading reading = reader.read(Preamble.of(rule).rule());
        return candidates(reading, ranked(reading, clients.get(), hint), hint, limit);
    }

    @Override
    public Evidence evidence(RuleMetadata rule, int facts, int fields) {
        Optional<List<String>> clients = services.clients(rule.service());
        if (clients.isEmpty() || clients.get().isEmpty()) {
            return Evidence.NONE;
        }
        RuleReading reading = reader.read(Preamble.of(rule).rule());
        return evidence.evidence(reading, ranked(reading, clients.get()), facts, fields);
    }

    @Override
    public List<Call> elsewhere(RuleMetadata rule, int most) {
        return keepers.get().of(rule, services.clients(rule.service()).orElse(List.of(rule.service())), most);
    }

    public List<Ranked> ranked(RuleReading reading, List<String> clients) {
        return ranking.ranker().rank(reading, scopes.of(clients));
    }

    public RuleReading read(RuleMetadata rule) {
        return reader.read(rule);
    }

    private List<Ranked> ranked(RuleReading reading, List<String> clients, @Nullable Hint hint) {
        List<Ranked> ranked = ranked(reading, clients);
        return hint == null ? ranked : ranking.hints().rank(ranked, hint);
    }

    private Decision decide(
            RuleMetadata rule,
            RuleReading reading,
            org.rulebatch.reading.RuleReading whole,
            Twins.Choice choice,
            @Nullable Hint hint) {
        List<Ranked> ranked = choice.ranked();
        List<Candidate> candidates = candidates(reading, ranked, hint, CANDIDATES);
        double confidence = ranking.confidence(choice.rivals(), hint);
        Answer answer = ranked.get(0).option().answer();
        Optional<Answer.OfFact> near = near(answer);
        double threshold = ranking.threshold(ranked.get(0));
        if (confidence < Math.min(threshold, DecisionMaker.WORTH_PROPOSING)
                || confidence < threshold && !(answer instanceof Answer.OfFact)) {
            return new Decision.ManualReview(
                    Cause.AMBIGUOUS, unsure(near, confidence, threshold), confidence, candidates);
        }
        Optional<Doubts.Doubt> doubt = Doubts.about(rule, reading, ranked, choice.requirement());
        if (doubt.filter(found -> !found.isReservation()).isPresent()) {
            return new Decision.ManualReview(doubt.get().cause(), doubt.get().reason(), confidence, candidates);
        }
        return DecisionMaker.decide(new DecisionMaker.Proposal(
                whole, choice, confidence, confidence >= threshold, doubt.map(Doubts.Doubt::reason), candidates));
    }

    private static Optional<Answer.OfFact> near(Answer answer) {
        return answer instanceof Answer.OfFact known && known.fact().near() ? Optional.of(known) : Optional.empty();
    }

    private static String unsure(Optional<Answer.OfFact> near, double confidence, double threshold) {
        String what = near.isPresent()
                ? "the best field only indicates it, and is the one that is meant"
                : "not sure enough: the best candidate is the one that is meant";
        String note = near.map(known -> known.fact().note())
                .filter(text -> !text.isEmpty())
                .map(text -> ". " + text)
                .orElse("");
        return String.format(
                Locale.ROOT, "%s with a probability of %.2f, below %.2f%s", what, confidence, threshold, note);
    }

    private Requirement requirement(RuleReading reading, Answer answer, @Nullable Hint hint) {
        if (answer instanceof Answer.OfFact known) {
            return conditions.requirement(known.resource(), known.fact(), reading.stated());
        }
        Answer.OfField field = (Answer.OfField) answer;
        Condition guessed = FieldConditions.condition(reading, field.operation(), field.field());
        return Conditions.single(
                hint == null ? guessed : HintedConditions.condition(guessed, field.operation(), field.field(), hint));
    }

    private List<Candidate> candidates(RuleReading reading, List<Ranked> ranked, @Nullable Hint hint, int limit) {
        List<Candidate> candidates = new ArrayList<>();
        for (Ranked each : ranked) {
            Answer answer = each.option().answer();
            if (candidates.size() == limit) {
                break;
            }
            if (answer instanceof Answer.OfFact || answer instanceof Answer.OfField) {
                String source = answer instanceof Answer.OfFact ? "knowledge" : "retrieval";
                double score = 1 / (1 + Math.exp(ranked.get(0).score() - each.score()));
                candidates.add(new Candidate(requirement(reading, answer, hint), score, source));
            }
        }
        return candidates;
    }
}
