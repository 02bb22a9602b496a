package org.rulebatch.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.rulebatch.browser.Browser;

/** Ensures that many rules can be decided one after another, by keys, and that like ones are decided together. */
@Tag("browser")
final class ReviewQueueBrowserTest {

    private static final String VOLUME =
            """
            {"rule_id": "aws.ec2.volume.%1$s", "service": "ec2", "title": "Volumes are %1$s", "severity": "%2$s", "decision": "proposed",
             "reservation": "the value '%1$s' only indicates it",
             "ai_generated_requirements": {"fields": [{"boto3_python_field": "Volumes[].Encrypted", "operator": "expression",
               "boto3_python_field_expected_values": "item.Encrypted"}], "condition_logic": "single"},
             "check": {"for_each": "aws.ec2.describe_volumes", "complies": "item.Encrypted", "override": {
               "for_each": [{"client": "ec2", "operation": "describe_volumes"}], "complies": "item.Encrypted"}},
             "examples": [
               {"verdict": "PASS", "answers": {"ec2.describe_volumes": {"Volumes": [{"VolumeId": "vol-1", "Encrypted": true}]}}},
               {"verdict": "FAIL", "answers": {"ec2.describe_volumes": {"Volumes": [{"VolumeId": "vol-1", "Encrypted": false}]}}}],
             "validated_function": {"client": "ec2", "python_method": "describe_volumes"}, "confidence": 0.7}""";
    private static final String MANUAL =
            """
            {"rule_id": "aws.s3.bucket.owned", "service": "s3", "title": "Buckets have an owner", "severity": "critical",
             "decision": "manual_review", "cause": "no_api", "reason": "no read says it",
             "ai_generated_requirements": {"fields": [], "condition_logic": "single"}, "validated_function": null, "confidence": 0}""";

    @TempDir
    private Path folder;

    private ReviewedSample sample;
    private Browser browser;

    @BeforeEach
    void open() throws IOException {
        sample = new ReviewedSample(folder);
        Files.writeString(
                sample.summary,
                "{\"ec2\": [" + VOLUME.formatted("sealed", "low") + "," + VOLUME.formatted("locked", "high") + ","
                        + VOLUME.formatted("hidden", "low") + "], \"s3\": [" + MANUAL + "]}");
        browser = new Browser();
        browser.open(sample.address()).await("document.querySelectorAll('#list button').length === 4");
    }

    @AfterEach
    void close() {
        browser.close();
        sample.close();
    }

    @Test
    void rulesThatLeaveOtherWordsOpenAreNotDecidedTogether() throws IOException {
        String open = "It does not answer these words of the rule: \\\"%s\\\".";
        String reservation = "the value '%1$s' only indicates it";
        Files.writeString(
                sample.summary,
                "{\"ec2\": ["
                        + VOLUME.replace(reservation, open.formatted("production"))
                                .formatted("sealed", "low") + ","
                        + VOLUME.replace(reservation, open.formatted("anywhere"))
                                .formatted("locked", "high") + "]}");

        browser.open(sample.address()).await("document.querySelectorAll('#list button').length === 2");

        assertThat(browser.texts("#list .notes")).doesNotContain("1 more like it");
    }

    @Test
    void theGravestComesFirstAndFiltersNarrowTheQueue() {
        assertThat(browser.texts("#list .rule-id"))
                .containsExactly(
                        "aws.s3.bucket.owned",
                        "aws.ec2.volume.locked",
                        "aws.ec2.volume.sealed",
                        "aws.ec2.volume.hidden");
        assertThat(browser.texts("#decided")).containsExactly("0 of 4 decided");
        assertThat(browser.accessibilityBreaches()).isEmpty();

        new Select(browser.find("#find [name=service]")).selectByValue("ec2");
        new Select(browser.find("#find [name=severity]")).selectByValue("low");

        browser.await("document.querySelectorAll('#list button').length === 2");
        assertThat(browser.texts("#list .notes")).containsOnly("2 more like it");
    }

    @Test
    void keysDecideRuleAfterRule() throws IOException {
        // the first is for a person: the key asks why, and the next rule opens by itself
        keys("n");
        awaitRule("aws.s3.bucket.owned");
        keys("p");
        focused().sendKeys("asked of the owner each year" + Keys.ESCAPE);
        keys("p");
        awaitRule("aws.ec2.volume.locked");
        assertThat(browser.texts("#decided")).containsExactly("1 of 4 decided");
        assertThat(browser.find("#told").getText()).contains("Buckets have an owner: decided.");

        // the second is confirmed, then taken back
        keys("c");
        awaitRule("aws.ec2.volume.sealed");
        Path locked = sample.overrides.resolve("aws.ec2.volume.locked.yaml");
        assertThat(Files.readString(locked))
                .contains("decided_by: " + System.getProperty("user.name"))
                .containsPattern("decided_at: \"20\\d\\d-");
        keys("u");
        awaitRule("aws.ec2.volume.locked");
        assertThat(locked).doesNotExist();

        keys("?");
        browser.await("document.getElementById('keys').open");
        browser.screenshot("review-keys");
        assertThat(browser.accessibilityBreaches()).isEmpty();
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void likeRulesAreDecidedTogetherEachInItsOwnFile() throws IOException {
        choose("aws.ec2.volume.sealed");
        browser.find(".like summary").click();
        press("Tick all");
        browser.screenshot("review-queue");
        assertThat(browser.accessibilityBreaches()).isEmpty();

        press("Confirm this one and the ticked");

        browser.await("document.getElementById('decided').textContent === '3 of 4 decided'");
        try (Stream<Path> files = Files.list(sample.overrides)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "aws.ec2.volume.sealed.yaml", "aws.ec2.volume.locked.yaml", "aws.ec2.volume.hidden.yaml");
        }
        assertThat(Files.readString(sample.overrides.resolve("aws.ec2.volume.hidden.yaml")))
                .contains("the value 'hidden' only indicates it");
    }

    @Test
    void examplesTurnRedWhileTheCheckIsTyped() {
        choose("aws.ec2.volume.sealed");
        browser.await("document.querySelectorAll('.trial .example.holds').length === 2");

        WebElement complies = browser.find(".expressions label:last-of-type textarea");
        complies.clear();
        complies.sendKeys("!item.Encrypted");

        browser.await("document.querySelectorAll('.trial .example.unmet').length === 2");
        assertThat(browser.texts(".trial [role=status]"))
                .containsExactly("0 of 2 examples say the same as this check.");
        assertThat((String) browser.script("return document.querySelector('.trial > details pre').textContent"))
                .contains("complies: \"!item.Encrypted\"");
        assertThat(browser.accessibilityBreaches()).isEmpty();
        assertThat(sample.overrides).doesNotExist();
        browser.scheme("dark").screenshot("review-queue-dark");
        assertThat(browser.accessibilityBreaches()).isEmpty();
        browser.size(390, 844, true).screenshot("review-queue-phone");
        assertThat(browser.script("return document.documentElement.scrollWidth"))
                .isEqualTo(390L);
    }

    @Test
    void whatWasTypedIsThereAfterThePageWasLoadedAgain() {
        choose("aws.s3.bucket.owned");
        browser.find("[data-key=reason]").sendKeys("half a thought");

        browser.driver().navigate().refresh();

        browser.await("document.querySelector('[data-key=reason]')?.value === 'half a thought'");
    }

    @Test
    void aDecisionThatHasExpiredIsAskedForAgain() throws IOException {
        Files.createDirectories(sample.overrides);
        Files.writeString(
                sample.overrides.resolve("aws.s3.bucket.owned.yaml"),
                "rule_id: aws.s3.bucket.owned\ndecision: manual_review\nreason: for now\nexpires: '2020-01-31'\n");
        browser.driver().navigate().refresh();
        browser.await("document.querySelectorAll('#list button').length === 4");

        assertThat(browser.texts("#list .notes")).contains("the decision has expired");
        choose("aws.s3.bucket.owned");
        assertThat(browser.texts(".facts-of .error")).containsExactly("expired on 2020-01-31");
        browser.script("document.querySelector('[data-key=until]').value = '2099-12-31'");
        press("A person must look");
        browser.await("document.getElementById('decided').textContent === '1 of 4 decided'");
        assertThat(Files.readString(sample.overrides.resolve("aws.s3.bucket.owned.yaml")))
                .contains("2099-12-31");
    }

    private void awaitRule(String id) {
        browser.await("document.querySelector('#work > .rule-id')?.textContent === '" + id + "'");
    }

    private void keys(String keys) {
        browser.find("body").sendKeys(keys);
    }

    private WebElement focused() {
        return browser.driver().switchTo().activeElement();
    }

    private void choose(String rule) {
        browser.driver()
                .findElement(By.xpath("//*[@id='list']//button[contains(., '" + rule + "')]"))
                .click();
        awaitRule(rule);
    }

    private void press(String text) {
        browser.driver().findElement(By.xpath("//button[.='" + text + "']")).click();
    }
}
