package org.rulebatch.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
import org.rulebatch.generate.override.OverrideReader;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Expressions;

/** A person sees and edits a check in the check language, with the types at hand; run by scripts/test-with-browser. */
@Tag("browser")
final class ReviewExpressionsBrowserTest {

    private static final String RULE = "aws.ec2.volume.encrypted";
    private static final String RUN =
            """
            {"ec2": [
              {"rule_id": "aws.ec2.volume.encrypted", "service": "ec2", "title": "Volumes are encrypted", "decision": "automated",
               "ai_generated_requirements": {"fields": [], "condition_logic": "single"},
               "check": {"for_each": "aws.ec2.describe_volumes", "complies": "item.Encrypted", "override": {
                 "for_each": [{"client": "ec2", "operation": "describe_volumes"}], "where": "item.State == \\"in-use\\"",
                 "complies": "item.Encrypted"}},
               "validated_function": {"client": "ec2", "python_method": "describe_volumes"}, "confidence": 0.9}]}
            """;

    @TempDir
    private Path folder;

    private ReviewedSample sample;
    private Browser browser;

    @BeforeEach
    void open() throws IOException {
        sample = new ReviewedSample(folder);
        Files.writeString(sample.summary, RUN);
        browser = new Browser();
        browser.open(sample.address()).await("document.querySelector('#find') !== null");
        new Select(browser.find("#find [name=show]")).selectByValue("all");
        browser.await("document.querySelectorAll('#list button').length === 1");
        browser.find("#list button").click();
        browser.await("document.querySelector('.readable summary') !== null");
    }

    @AfterEach
    void close() {
        browser.close();
        sample.close();
    }

    @Test
    void showsTheCheckAndWhatItCanRead() {
        assertThat(typed("For each")).isEqualTo("ec2.describe_volumes");
        assertThat(typed("Where (others are not judged)")).isEqualTo("item.State == \"in-use\"");
        assertThat(typed("Complies")).isEqualTo("item.Encrypted");
        assertThat(browser.texts(".readable li"))
                .contains("Encrypted\nboolean", "State\nstring: creating, available, in-use, deleting, deleted, error")
                .anyMatch(line -> line.startsWith("Attachments[].InstanceId\n"));
        assertThat(browser.accessibilityBreaches()).isEmpty();
        browser.screenshot("review-expressions");
        browser.size(390, 844, true);
        assertThat(browser.script("return document.documentElement.scrollWidth"))
                .isEqualTo(390L);
    }

    @Test
    void saysWhatIsWrongAtItsPlaceAndSavesWhatIsRight() {
        replace("Complies", "item.Encryptd");
        browser.await("document.getElementById('said-complies').textContent !== ''");
        assertThat(browser.find("#said-complies").getText()).contains("1:6 ", "     ^", "Encrypted");

        press("Save as a check");
        browser.await("document.querySelector('#told.missed') !== null");
        assertThat(sample.overrides).doesNotExist();
        assertThat(browser.accessibilityBreaches()).isEmpty();

        replace("Complies", "item.Encrypted && has(item.Size) && item.Size <= params.most");
        replace("Parameters", "most: 500");
        press("Save as a check");
        browser.await("document.querySelector('#told.met') !== null");

        assertThat(decided().complies()).isEqualTo("item.Encrypted && has(item.Size) && item.Size <= params.most");
        assertThat(decided().where()).isEqualTo("item.State == \"in-use\"");
        assertThat(decided().parameters()).isEqualTo(Map.of("most", 500));
        assertThat(browser.find("#told pre").getText()).contains("where: 'item.State == \"in-use\"'");
        assertThat(browser.errors()).allMatch(line -> line.contains("422"));
    }

    @Test
    void aFurtherReadIsOfferedAndCanBeUsed() {
        replace("With further reads", "snapshots: ec2.describe_snapshot");
        browser.await("document.querySelector('.readable .said') !== null");
        assertThat(browser.find(".readable .said").getText()).contains("did you mean describe_snapshots?");
        assertThat(browser.texts(".readable summary")).containsExactly("item has");

        replace("With further reads", "snapshots: ec2.describe_snapshots");
        browser.await("document.querySelectorAll('.readable summary').length === 2");
        assertThat(browser.texts(".readable summary")).contains("snapshots, a list; each of its items has");
        replace("Complies", "");
        browser.driver().findElement(By.xpath("//button[.='VolumeId']")).click();
        field("Complies").sendKeys(Keys.chord(Keys.CONTROL, Keys.END));
        field("Complies").sendKeys(" in snapshots.map(s, s.VolumeId)");
        press("Save as a check");
        browser.await("document.querySelector('#told.met') !== null");

        assertThat(decided().with()).containsOnlyKeys("snapshots");
        assertThat(decided().complies()).isEqualTo("item.VolumeId in snapshots.map(s, s.VolumeId)");
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void aCheckCanBeSaidInConditionsInstead() {
        new Select(browser.find(".ways select")).selectByValue("in conditions");

        assertThat(field("Complies").isDisplayed()).isFalse();
        press("Add a condition");
        assertThat(browser.texts(".condition legend")).contains("Condition 1");
    }

    private Expressions decided() {
        Decision decision =
                OverrideReader.read(sample.overrides.resolve(RULE + ".yaml")).decision();
        return (Expressions) ((Decision.Automated) decision).requirement();
    }

    private WebElement field(String label) {
        return browser.driver().findElement(By.xpath("//label[text()='" + label + "']/textarea"));
    }

    private String typed(String label) {
        return String.valueOf(field(label).getDomProperty("value"));
    }

    private void replace(String label, String text) {
        field(label).sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE, text, Keys.TAB);
    }

    private void press(String text) {
        browser.driver().findElement(By.xpath("//button[.='" + text + "']")).click();
    }
}
