package org.rulebatch.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import org.rulebatch.browser.Browser;
import org.rulebatch.generate.override.OverrideReader;
import org.rulebatch.requirement.Conditions;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Expressions;

/** A person confirms what a run proposes, or turns it down, each with one action; run by scripts/test-with-browser. */
@Tag("browser")
final class ReviewProposedBrowserTest {

    private static final String PLAIN = "aws.s3.bucket.versioning_enabled";
    private static final String EXPRESSED = "aws.ec2.volume.encrypted";

    private static final String PROPOSED =
            """
            {"ec2": [
              {"rule_id": "aws.ec2.volume.encrypted", "service": "ec2", "title": "Volumes are encrypted", "decision": "proposed",
               "reservation": "snapshots are not looked at",
               "ai_generated_requirements": {"fields": [{"boto3_python_field": "Volumes[].Encrypted", "operator": "expression",
                 "boto3_python_field_expected_values": "item.Encrypted"}], "condition_logic": "single"},
               "check": {"for_each": "aws.ec2.describe_volumes", "complies": "item.Encrypted", "override": {
                 "for_each": [{"client": "ec2", "operation": "describe_volumes"}], "complies": "item.Encrypted"}},
               "validated_function": {"client": "ec2", "python_method": "describe_volumes"}, "confidence": 0.7}],
             "s3": [
              {"rule_id": "aws.s3.bucket.versioning_enabled", "service": "s3", "title": "Old versions are kept",
               "decision": "proposed", "reservation": "only indicates it",
               "ai_generated_requirements": {"fields": [{"boto3_python_field": "Status", "operator": "equals",
                 "boto3_python_field_expected_values": "Enabled"}], "condition_logic": "single"},
               "validated_function": {"client": "s3", "python_method": "get_bucket_versioning"}, "confidence": 0.7}
            ]}
            """;

    @TempDir
    private Path folder;

    private ReviewedSample sample;
    private Browser browser;

    @BeforeEach
    void open() throws IOException {
        sample = new ReviewedSample(folder);
        Files.writeString(sample.summary, PROPOSED);
        browser = new Browser();
        browser.open(sample.address()).await("document.querySelector('#list button') !== null");
        new Select(browser.find("#find [name=show]")).selectByValue("proposed");
        browser.await("document.querySelectorAll('#list button').length === 2");
    }

    @AfterEach
    void close() {
        browser.close();
        sample.close();
    }

    @Test
    void confirmsAnExpressionAsItStands() {
        choose(EXPRESSED);
        assertThat(browser.texts("#work .reservation")).containsExactly("snapshots are not looked at");
        assertThat(browser.accessibilityBreaches()).isEmpty();

        press("Confirm the check");

        assertThat(decided(EXPRESSED)).isInstanceOfSatisfying(Decision.Automated.class, automated -> assertThat(
                        ((Expressions) automated.requirement()).complies())
                .isEqualTo("item.Encrypted"));
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void confirmsConditionsAsTheyStand() {
        choose(PLAIN);

        press("Confirm the check");

        assertThat(decided(PLAIN)).isInstanceOfSatisfying(Decision.Automated.class, automated -> assertThat(
                        ((Conditions) automated.requirement()).main().value())
                .isEqualTo("Enabled"));
        assertThat(browser.texts("#list .rule-id")).containsExactly(EXPRESSED);
    }

    @Test
    void turnsAProposalDown() {
        choose(PLAIN);

        press("Turn it down");

        assertThat(decided(PLAIN))
                .isInstanceOfSatisfying(Decision.ManualReview.class, review -> assertThat(review.reason())
                        .isEqualTo("Turned down: only indicates it"));
    }

    private void choose(String rule) {
        browser.driver()
                .findElement(By.xpath("//*[@id='list']//button[contains(., '" + rule + "')]"))
                .click();
        browser.awaitText("#work > .rule-id", rule);
    }

    private void press(String text) {
        browser.driver().findElement(By.xpath("//button[.='" + text + "']")).click();
        browser.await("document.querySelector('#told.met') !== null");
    }

    private Decision decided(String rule) {
        return OverrideReader.read(sample.overrides.resolve(rule + ".yaml")).decision();
    }
}
