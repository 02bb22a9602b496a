package org.rulebatch.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rulebatch.language.value.Evaluation;
import org.rulebatch.language.value.Evidence;

/** Ensures that an evaluation can say which values it read. */
final class EvidenceTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "item.Block.BlockPublicAcls && item.Block.IgnorePublicAcls => item.Block.IgnorePublicAcls = false",
                "item.State == 'Enabled' && item.Rotates => item.Rotates = absent",
                "item.Rotates || item.Block.IgnorePublicAcls => item.Rotates = absent, item.Block.IgnorePublicAcls ="
                        + " false",
                "has(item.MinLength) && item.MinLength >= 7 => item.MinLength = absent",
                "has(item.Created) && age(item.Created) > params.max_days"
                        + " => item.Created = 2026-01-01T00:00:00Z, now = 2026-01-31T00:00:00Z, params.max_days = 90",
                "item.Attributes.Size == '13' => item.Attributes.Size = \"12\"",
                "item.Ports.exists(p, p == 23) => item.Ports[0] = 80, item.Ports[1] = 22",
                "item.Tags.exists(t, t.Key == 'Owner') => item.Tags = an empty list",
                "size(item.Ports) > 2 => item.Ports = a list of 2",
                "other_logs.exists(f, f.ResourceId == item.VpcId) => other_logs = an empty list",
                "item.IpPermissions.exists(p, p.IpProtocol == 'udp') => item.IpPermissions[0].IpProtocol = \"tcp\","
                        + " item.IpPermissions[1].IpProtocol = \"tcp\", item.IpPermissions[2].IpProtocol = \"-1\""
            })
    void falseIsExplainedByWhatDidNotHold(String source, String expected) {
        Expression.Explained explained = LanguageFixture.compile(source).explain(LanguageFixture.values(Map.of()));

        assertThat(explained.evaluation()).isEqualTo(new Evaluation.False());
        assertThat(String.join(
                        ", ",
                        explained.evidence().reads().stream()
                                .map(Evidence.Read::toString)
                                .toList()))
                .isEqualTo(expected);
    }

    @Test
    void trueIsExplainedByAllThatWasRead() {
        Expression.Explained explained = LanguageFixture.compile(
                        "item.State == 'Enabled' && item.Block.BlockPublicAcls")
                .explain(LanguageFixture.values(Map.of()));

        assertThat(explained.evidence().reads())
                .containsExactly(
                        new Evidence.Read("item.State", "Enabled"),
                        new Evidence.Read("item.Block.BlockPublicAcls", true));
    }

    @Test
    void evidenceIsBounded() {
        List<Object> ports = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            ports.add(i);
        }
        Map<String, Object> item = LanguageFixture.item(Map.of("Ports", ports, "GroupId", "x".repeat(5000)));

        Evidence many = LanguageFixture.compile("item.Ports.exists(p, p == 100)")
                .explain(LanguageFixture.values(Map.of("item", item)))
                .evidence();
        Evidence large = LanguageFixture.compile("item.GroupId == 'a'")
                .explain(LanguageFixture.values(Map.of("item", item)))
                .evidence();

        assertThat(many.reads()).hasSizeLessThanOrEqualTo(50);
        assertThat(many.reads().size() + many.more()).isEqualTo(80);
        assertThat(large.reads().get(0).toString()).hasSizeLessThan(230);
    }
}
