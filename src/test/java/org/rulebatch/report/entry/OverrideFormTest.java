package org.rulebatch.report.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rulebatch.files.Json;
import org.rulebatch.generate.override.OverrideReader;
import org.rulebatch.requirement.Binding;
import org.rulebatch.requirement.Call;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Read;
import org.rulebatch.requirement.Requirement;
import org.rulebatch.requirement.Subject;
import org.rulebatch.yaml.YamlDocument;

/** Ensures that a confirmed check is the proposed one, with all its reads. */
final class OverrideFormTest {

    private static final Call LIST = Call.of("iam", "list_roles");
    private static final Call GET =
            new Call("iam", "get_role", Map.of("Mode", "x"), Map.of("RoleName", new Binding(LIST, "Roles[].RoleName")));
    private static final Requirement.Place PLACE = new Requirement.Place(GET, "");

    @Test
    void whatIsConfirmedIsReadAsWhatWasProposed() {
        Subject.Items roles = new Subject.Items(List.of(new Read(LIST, "Roles[]"), new Read(GET, "")));
        same(new Expressions(
                PLACE, roles, "item.Path == '/'", Map.of(), Map.of("days", 90), "item.Arn != ''", List.of()));
        same(new Expressions(
                PLACE, Subject.Place.ACCOUNT, null, Map.of("roles", roles), Map.of(), "size(roles) > 0", List.of()));
    }

    private static void same(Expressions proposed) {
        CheckEntry entry = CheckEntry.proposed(proposed);
        Map<String, Object> decision =
                Map.of("rule_id", "aws.iam.role.x", "decision", "automated", "check", entry.override());

        Decision read = OverrideReader.read(YamlDocument.parse("x", Json.text(decision)))
                .decision();

        assertThat(((Decision.Automated) read).requirement()).isEqualTo(proposed);
    }
}
