package org.rulebatch.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.language.value.Evaluation;
import org.rulebatch.language.value.Type;
import org.rulebatch.language.value.UnknownValue;

/** Ensures that what is not known leaves only that open which depends on it. */
final class UnknownTest {

    private static final UnknownValue DENIED = () -> "access denied";

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "item.GroupId == 'sg-2' && flow_logs.exists(f, true) => False",
                "flow_logs.exists(f, true) && item.GroupId == 'sg-2' => False",
                "item.GroupId == 'sg-1' || size(flow_logs) > 0 => True",
                "size(flow_logs) > 0 || item.GroupId == 'sg-1' => True",
                "size(flow_logs) == 0 => Unknown flow_logs",
                "!flow_logs.exists(f, f.ResourceId == item.VpcId) => Unknown flow_logs",
                "flow_logs.all(f, f.ResourceId == item.VpcId) => Unknown flow_logs",
                "item.Tags.exists(t, t.Key == 'a') => Unknown item.Tags",
                "has(item.Tags) => Unknown item.Tags",
                "!has(item.Tags) => Unknown item.Tags",
                "item.Attributes.Policy == '' => Unknown item.Attributes.Policy",
                "'Policy' in item.Attributes => Unknown item.Attributes.Policy",
                "has(item.Attributes.Policy) && int(item.Attributes.Policy) > 3 => Unknown item.Attributes.Policy",
                "item.Block.BlockPublicAcls && item.Block.BlockPublicPolicy => Unknown item.Block.BlockPublicPolicy",
                "item.Block.RestrictPublicBuckets => False",
                "item.Ports.exists(p, p == 22) => True",
                "item.Ports.exists(p, p == 23) => Unknown item.Ports[0]",
                "item.Ports.all(p, p == 23) => False",
                "22 in item.Ports => True",
                "23 in item.Ports => Unknown item.Ports[0]",
                "size(item.Ports) == 2 => Unknown item.Ports[0]",
                "item.IpPermissions.exists(p, p.IpProtocol == '-1') => True",
                "item.IpPermissions.exists(p, p.IpProtocol == 'udp') => Unknown item.IpPermissions[0].IpProtocol",
                "item.IpPermissions.filter(p, p.IpProtocol == 'udp').size() == 0 => Unknown"
                        + " item.IpPermissions[0].IpProtocol",
                "item.Tags.size() == 0 && flow_logs.size() == 0 => Unknown item.Tags, flow_logs",
                "item.Rotates ? item.Tags.size() == 0 : true => True",
                "flow_logs.size() == 0 ? true : true => Unknown flow_logs",
                "count(item.Tags) == 0 => Unknown item.Tags",
                "count(item.IpPermissions) == 0 => Unknown item.IpPermissions[0].IpProtocol"
            })
    void unknownLeavesOpenWhatDependsOnIt(String source, String expected) {
        LanguageFunction count = LanguageFunction.function(
                "count",
                Type.integer(),
                arguments -> (long) ((List<?>) arguments.get(0)).size(),
                Type.list(Type.any()));
        Language language = Language.of(Catalog.bundled(), List.of(count));
        Compilation compilation = language.compile(LanguageFixture.SCOPE, source);

        Evaluation evaluation = compilation.expression().orElseThrow().evaluate(values());

        assertThat(said(evaluation)).as(compilation.toString()).isEqualTo(expected);
    }

    @Test
    void theReasonIsTheOneThatTheCallerGave() {
        Evaluation evaluation = LanguageFixture.compile("size(flow_logs) == 0").evaluate(values());

        assertThat(evaluation).isEqualTo(new Evaluation.Unknown(List.of(new Evaluation.Missing("flow_logs", DENIED))));
    }

    private static Map<String, Object> values() {
        Map<String, Object> item = new HashMap<>(LanguageFixture.item(Map.of()));
        item.put("Tags", DENIED);
        item.put("Rotates", false);
        item.put("Attributes", Map.of("Size", "12", "Policy", DENIED));
        item.put("Block", Map.of("BlockPublicAcls", true, "BlockPublicPolicy", DENIED));
        item.put("Ports", new ArrayList<>(List.of(DENIED, 22)));
        item.put("IpPermissions", List.of(Map.of("IpProtocol", DENIED, "FromPort", 22), Map.of("IpProtocol", "-1")));
        return LanguageFixture.values(Map.of("item", item, "flow_logs", DENIED));
    }

    private static String said(Evaluation evaluation) {
        if (evaluation instanceof Evaluation.Unknown unknown) {
            return "Unknown "
                    + String.join(
                            ", ",
                            unknown.missing().stream()
                                    .map(Evaluation.Missing::path)
                                    .toList());
        }
        return evaluation instanceof Evaluation.Error error
                ? "Error " + error.message()
                : evaluation.getClass().getSimpleName();
    }
}
