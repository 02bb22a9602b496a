package org.rulebatch.generate.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.metadata.Rules;
import org.rulebatch.requirement.Decision;
import org.rulebatch.ruleyaml.Chains;

/** Ensures that a person is asked where the best field fits the words of a rule and does not decide it. */
final class DoubtsTest {

    private static final Catalog CATALOG = Catalog.bundled();
    private static final EmbeddedGenerator GENERATOR =
            new EmbeddedGenerator(CATALOG, Knowledge.bundled(), new ServiceNames(CATALOG), new Chains(CATALOG));

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "aws.timestream.table.public_access_disabled, is about another service's db_instance",
        "aws.ec2.instance.port_gopher_exposed_to_internet, the rule names none that is known",
        "aws.guardduty.detector.vulnerability_assessment_enabled, the best field is not meant where",
        "aws.ec2.instance.user_data_without_secrets, 'where the best field is there, its content decides'",
        "aws.config.rule.required_rules_active, does not say which ones are required",
        "aws.ec2.security_group.only_required_ports_open, does not say which ones are required"
    })
    void leavesToAPersonWhatTheBestFieldDoesNotDecide(String id, String reason) {
        Decision decision = GENERATOR.propose(Rules.of(id)).decision();

        assertThat(decision).isInstanceOf(Decision.ManualReview.class);
        assertThat(((Decision.ManualReview) decision).reason()).contains(reason);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "aws.batch.compute_environment.launch_template_approved, approved",
        "aws.lambda.function.execution_role_least_privilege, 'the least that is needed, no field shows'",
        "aws.ec2.launch_template.instance_profile_least_privilege, least"
    })
    void automatesNoRuleThatAsksMoreThanThatSomethingIsThere(String id, String more) {
        Decision decision = GENERATOR.propose(Rules.of(id)).decision();

        assertThat(decision).isNotInstanceOf(Decision.Automated.class);
        assertThat(decision.toString()).contains(more);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "aws.batch.compute_environment.launch_template_used",
        "aws.ec2.instance.instance_profile_attached",
        "aws.ec2.instance.imdsv2_required_where_instances_use_it"
    })
    void decidesARuleThatOnlyAsksThatSomethingIsThere(String id) {
        assertThat(GENERATOR.propose(Rules.of(id)).decision()).isInstanceOf(Decision.Automated.class);
    }

    @Test
    void onlyProposesTheCheckOfARuleThatAsksForMoreThingsThanTheBestFieldKnows() {
        RuleMetadata rule = Rules.of(
                "aws.lambda.function.logging_and_tracing_enabled",
                "Lambda function has logging and tracing enabled",
                "");

        assertThat(GENERATOR.propose(rule).decision())
                .isInstanceOfSatisfying(Decision.Proposed.class, proposed -> assertThat(proposed.reservation())
                        .contains("does not answer", "logging"));
    }

    @Test
    void decidesARuleOfWhichTheValueNamesTheSeveralThings() {
        RuleMetadata rule = Rules.of(
                "aws.rds.cluster.master_username_not_admin_postgres",
                "RDS cluster master username is not admin or postgres",
                "");

        assertThat(GENERATOR.propose(rule).decision()).isInstanceOf(Decision.Automated.class);
    }
}
