package org.rulebatch.generate.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Operation;
import org.rulebatch.generate.Labels;
import org.rulebatch.generate.Labels.LabelledRule;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Requirement;
import org.rulebatch.ruleyaml.Chains;

/**
 * Ensures that the starter rules lead to the same fields where people say them in other words: as policy prose, as an audit finding,
 * as a short heading and as a question. Their writers saw neither the vocabulary nor the knowledge base. The weights are learned
 * on one half.
 */
final class OtherWordsTest {

    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Catalog CATALOG = Catalog.bundled();
    private static final EmbeddedGenerator GENERATOR =
            new EmbeddedGenerator(CATALOG, Knowledge.bundled(), new ServiceNames(CATALOG), new Chains(CATALOG));

    @ParameterizedTest(name = "{0}")
    @CsvSource({"learned, 0.40, 0.65, 0.03", "held, 0.30, 0.54, 0.04"})
    void findsTheFieldInOtherWords(String half, double automated, double withProposed, double wrong)
            throws IOException {
        List<LabelledRule> rules = Labels.read(
                RESOURCES.resolve("labels/other-words-" + half + ".json"), RESOURCES.resolve("other-words/" + half));

        assertThat(share(rules, rule -> isRight(rule, requirement(rule, false))))
                .isGreaterThanOrEqualTo(automated);
        assertThat(share(rules, rule -> isRight(rule, requirement(rule, true)))).isGreaterThanOrEqualTo(withProposed);
        assertThat(share(rules, rule -> isWrong(rule, requirement(rule, false))))
                .isLessThanOrEqualTo(wrong);
    }

    private static double share(List<LabelledRule> rules, Predicate<LabelledRule> which) {
        return (double) rules.stream().filter(which).count() / rules.size();
    }

    private static boolean isRight(LabelledRule rule, List<Requirement> check) {
        return check.stream().anyMatch(requirement -> accepts(rule, requirement));
    }

    private static boolean isWrong(LabelledRule rule, List<Requirement> check) {
        return check.stream().anyMatch(requirement -> !accepts(rule, requirement));
    }

    private static boolean accepts(LabelledRule rule, Requirement requirement) {
        Requirement.Place place = requirement.place();
        return CATALOG.service(place.call().client())
                .flatMap(service -> service.operation(place.call().operation()))
                .map(Operation::name)
                .filter(name -> rule.label().accepts(place.call().client(), name, place.path()))
                .isPresent();
    }

    /** The check, of an automated rule or of a proposed one too; none where a person decides. */
    private static List<Requirement> requirement(LabelledRule rule, boolean orProposed) {
        Decision decision = GENERATOR.propose(rule.rule()).decision();
        if (decision instanceof Decision.Automated found) {
            return List.of(found.requirement());
        }
        return orProposed && decision instanceof Decision.Proposed found ? List.of(found.requirement()) : List.of();
    }
}
