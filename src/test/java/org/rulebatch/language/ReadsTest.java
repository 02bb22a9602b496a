package org.rulebatch.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ensures that an expression says which places of the answers it reads. */
final class ReadsTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "item.State == 'Enabled' && item.Rotates => item.State item.Rotates",
                "item.Block.BlockPublicAcls => item.Block.BlockPublicAcls",
                "has(item.Block.BlockPublicAcls) => item.Block.BlockPublicAcls",
                "item.Attributes['Size'] == item.Attributes.Size => item.Attributes.Size",
                "flow_logs.exists(f, f.ResourceId == item.VpcId) => flow_logs flow_logs[].ResourceId item.VpcId",
                "item.IpPermissions.exists(p, p.IpRanges.exists(r, r.CidrIp == '0.0.0.0/0'))"
                        + " => item.IpPermissions item.IpPermissions[].IpRanges item.IpPermissions[].IpRanges[].CidrIp",
                "item.IpPermissions.map(p, p.IpRanges).flatten().exists(r, r.CidrIp == '')"
                        + " => item.IpPermissions item.IpPermissions[].IpRanges item.IpPermissions[].IpRanges[].CidrIp",
                "has(item.Created) && age(item.Created) > params.max_days => item.Created now params.max_days",
                "cel.bind(b, item.Block, b.BlockPublicAcls) => item.Block item.Block.BlockPublicAcls",
                "item.Ports.exists(p, p in params.ports) => item.Ports item.Ports[] params.ports",
                "region == 'eu-central-1' => region"
            })
    void readsAre(String source, String expected) {
        assertThat(LanguageFixture.compile(source).reads()).isEqualTo(List.of(expected.split(" ")));
    }

    @Test
    void areTheTextOfADocumentAndCluesAreItsMembers() {
        Expression expression = LanguageFixture.compile("json(item.State).Statement.exists(s, s.Effect == 'Deny')");

        assertThat(expression.reads()).containsExactly("item.State");
        assertThat(expression.clues())
                .containsExactly(
                        new Clue(List.of("item.State#json.Statement[].Effect"), List.of("Deny"), List.of("_==_")));
    }
}
