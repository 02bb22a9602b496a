package org.rulebatch.generate.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.generate.Proposal;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Requirement;
import org.rulebatch.requirement.RulePart;
import org.rulebatch.requirement.Subject;
import org.rulebatch.ruleyaml.Chains;

/**
 * Ensures that rules in ordinary words end as they should, by the kind of what they ask: two things at once, one of two, the opposite,
 * at most, at least, that there is one, of console users, of listed values. A check that answers half of a rule is never automated.
 */
final class KindsTest {

    private static final Catalog CATALOG = Catalog.bundled();
    private static final EmbeddedGenerator GENERATOR =
            new EmbeddedGenerator(CATALOG, Knowledge.bundled(), new ServiceNames(CATALOG), new Chains(CATALOG));

    @ParameterizedTest(name = "{0}: {2}")
    @CsvFileSource(resources = "/generate/kinds.txt", delimiter = '|', quoteCharacter = '`')
    void endsAsItShould(String kind, String service, String title, String decision, String check) {
        RuleMetadata rule = new RuleMetadata(
                "aws." + service + ".rule." + kind.replace("-", "") + "_1",
                service,
                "rule",
                "",
                title,
                "",
                "",
                "",
                "medium");

        Proposal proposal = GENERATOR.propose(rule);

        assertThat(ending(proposal.decision())).isEqualTo(decision);
        if (proposal.decision() instanceof Decision.WithCheck ended) {
            assertThat(text(ended.requirement())).contains(check);
        }
        if (proposal.decision() instanceof Decision.Automated) {
            assertThat(proposal.parts()).extracting(RulePart::coveredBy).doesNotContain(Optional.empty());
        }
    }

    private static String ending(Decision decision) {
        return decision instanceof Decision.Automated
                ? "automated"
                : decision instanceof Decision.Proposed ? "proposed" : "person";
    }

    private static String text(Requirement requirement) {
        Stream<String> check = OptionText.requirement(requirement).stream();
        if (!(requirement instanceof Expressions asked)) {
            return check.collect(Collectors.joining("; "));
        }
        Stream<String> place =
                asked.subject() instanceof Subject.Place found ? Stream.of(found.name()) : Stream.empty();
        Stream<String> parameters =
                asked.parameters().entrySet().stream().map(each -> each.getKey() + "=" + each.getValue());
        return Stream.of(place, check, parameters).flatMap(texts -> texts).collect(Collectors.joining("; "));
    }
}
