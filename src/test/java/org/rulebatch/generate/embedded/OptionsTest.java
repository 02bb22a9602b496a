package org.rulebatch.generate.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rulebatch.generate.embedded.Option.Answer;
import org.rulebatch.generate.embedded.Ranker.Ranked;
import org.rulebatch.knowledge.Resource;
import org.rulebatch.knowledge.Vocabulary;
import org.rulebatch.meaning.WordVectors;
import org.rulebatch.metadata.Rules;
import org.rulebatch.requirement.Call;

/** Ensures what features, scope and decider make of a few options that are written by hand. */
final class OptionsTest {

    private static final Call LIST = Call.of("zoo", "list_cages");
    private static final Option LOCKED = option("zoo", "cage", Set.of("lock"));
    private static final Option FED = option("zoo", "beast", Set.of("feed"));
    private static final Option ELSEWHERE = option("farm", "barn", Set.of("lock"));
    private static final Scope SCOPE = new Scope(
            "zoo",
            List.of(
                    ClientOptions.of(List.of(LOCKED, FED), List.of(), Map.of()),
                    ClientOptions.of(List.of(ELSEWHERE), List.of(), Map.of())),
            Set.of(),
            List.of(Set.of("lock"), Set.of("public")),
            WordVectors.bundled(new Words()::stems));

    private final RuleReading rule =
            new RuleReader(new Words(), Vocabulary.bundled()).read(Rules.of("aws.zoo.cage.lock"));

    @Test
    void tellsMoreByARareStemThanByACommonOne() {
        assertThat(SCOPE.rarity("feed")).isGreaterThan(SCOPE.rarity("lock"));
        assertThat(SCOPE.rarity("unheard")).isGreaterThanOrEqualTo(SCOPE.rarity("feed"));
        assertThat(SCOPE.shared(Set.of("lock", "feed"), Set.of("feed"))).isEqualTo(SCOPE.rarity("feed"));
    }

    @Test
    void knowsTheResourcesAndTheNeighbours() {
        assertThat(SCOPE.isResource(Set.of("barn"))).isTrue();
        assertThat(SCOPE.isMainResource(Set.of("barn"))).isFalse();
        assertThat(SCOPE.isNeighbour(ELSEWHERE)).isTrue();
        assertThat(SCOPE.options(rule)).containsExactly(LOCKED, FED, ELSEWHERE);
    }

    @Test
    void findsTheResourceInALongerName() {
        assertThat(SCOPE.resourceIn(List.of("old", "cage", "lock"))).containsExactly("cage");
        assertThat(SCOPE.resourceIn(List.of("old", "stable"))).containsExactlyInAnyOrder("old", "stable");
    }

    @Test
    void seesThatAFamilyIsNamedWhichTheOptionDoesNotKnow() {
        RuleReading other =
                new RuleReader(new Words(), Vocabulary.bundled()).read(Rules.of("aws.zoo.cage.lock_public"));
        Features features = new Features(other, SCOPE);

        assertThat(value(features, LOCKED, "family_other")).isPositive();
        assertThat(value(features, LOCKED, "head")).isZero();
        assertThat(value(features, LOCKED, "explained")).isBetween(0.01, 0.99);
    }

    @Test
    void measuresHowAnOptionFits() {
        Features features = new Features(rule, SCOPE);

        assertThat(value(features, LOCKED, "explained")).isEqualTo(1);
        assertThat(value(features, LOCKED, "resource_same")).isEqualTo(1);
        assertThat(value(features, LOCKED, "resource_other")).isZero();
        assertThat(value(features, LOCKED, "gap")).isEqualTo(1);
        assertThat(value(features, FED, "explained")).isZero();
        assertThat(value(features, FED, "resource_other")).isEqualTo(1);
        assertThat(value(features, FED, "words_missed")).isEqualTo(1);
        assertThat(value(features, ELSEWHERE, "neighbour")).isEqualTo(1);
    }

    @Test
    void isSurerTheFurtherTheBestIsAhead() {
        double[] weights = new double[Decider.NAMES.size()];
        weights[Decider.NAMES.indexOf("margin")] = 1;
        Decider decider = new Decider(weights);

        double close = decider.confidence(List.of(ranked(LOCKED, 2), ranked(FED, 1.9)));
        double ahead = decider.confidence(List.of(ranked(LOCKED, 2), ranked(FED, 0)));

        assertThat(close).isBetween(0.5, ahead);
        assertThat(ahead).isLessThan(1);
    }

    private static double value(Features features, Option option, String name) {
        return features.of(option)[Features.NAMES.indexOf(name)];
    }

    private static Ranked ranked(Option option, double score) {
        double[] features = new double[Features.NAMES.size()];
        features[Features.NAMES.indexOf("explained")] = 1;
        return new Ranked(option, features, score);
    }

    private static Option option(String client, String resource, Set<String> words) {
        Resource of =
                new Resource(client, resource, List.of(), LIST, "Cages[]", null, null, null, "", List.of(), List.of());
        Answer answer = new Answer.NotExposed(of, new Resource.NotExposed("family", "reason", List.of()));
        return Option.of(
                client, answer, List.of(Set.of(resource)), List.of(), List.of(words), List.of(), words, words, 0);
    }
}
