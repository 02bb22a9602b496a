package org.rulebatch.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
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
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Conditions;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Operator;
import org.rulebatch.requirement.Quantifier;

/** A person reviews a rule in a real browser, from the list to the file; run by scripts/test-with-browser. */
@Tag("browser")
final class ReviewBrowserTest {

    @TempDir
    private Path folder;

    private ReviewedSample sample;
    private Browser browser;

    @BeforeEach
    void open() throws IOException {
        sample = new ReviewedSample(folder);
        browser = new Browser();
        browser.open(sample.address()).await("document.querySelector('#list button') !== null");
    }

    @AfterEach
    void close() {
        browser.close();
        sample.close();
    }

    @Test
    void takesACandidateAndChangesWhatItSays() {
        assertThat(browser.texts("#list .rule-id")).containsExactly(ReviewedSample.OPEN);
        choose();
        assertThat(browser.texts("#work h2")).containsExactly("Buckets keep <b>old</b> versions");
        browser.find(".candidates button").click();
        browser.await("document.querySelector('.condition .type')?.textContent.includes('Suspended')");
        new Select(browser.find(".condition label:nth-of-type(4) select")).selectByValue("Suspended");
        browser.find(".choices .main").click();

        browser.await("document.querySelector('#told.met') !== null");
        assertSaved();
        assertThat(browser.texts("#list .rule-id")).isEmpty();
        assertThat(browser.errors()).isEmpty();
    }

    private void assertSaved() {
        Decision decision = OverrideReader.read(sample.overrides.resolve(ReviewedSample.OPEN + ".yaml"))
                .decision();
        assertThat(decision).isInstanceOfSatisfying(Decision.Automated.class, automated -> {
            assertThat(((Conditions) automated.requirement()).main().path()).isEqualTo("Status");
            assertThat(((Conditions) automated.requirement()).main().value()).isEqualTo("Suspended");
        });
    }

    @Test
    void saysWhichElementsOfAListACheckIsAbout() {
        choose();
        press("Add a condition");
        fill("Operation", "ec2.describe_security_groups");
        fill("Path", "SecurityGroups[].IpPermissions[].IpRanges[].CidrIp");
        select("Operator", "equals");
        fill("Value", "0.0.0.0/0");
        select("Holds for elements", "none");
        press("Only some elements count");
        fill("Path of the filter", "SecurityGroups[].IpPermissions[].FromPort");
        select("Operator of the filter", "lte");
        fill("Value of the filter", "22");
        assertThat(browser.accessibilityBreaches()).isEmpty();
        press("Save as a check");
        browser.await("document.querySelector('#told') !== null");

        assertThat(browser.texts("#told.missed p")).isEmpty();
        Decision decision = OverrideReader.read(sample.overrides.resolve(ReviewedSample.OPEN + ".yaml"))
                .decision();
        assertThat(decision).isInstanceOfSatisfying(Decision.Automated.class, automated -> {
            Condition condition = ((Conditions) automated.requirement()).main();
            assertThat(condition.expectation().quantifier()).isEqualTo(Quantifier.NONE);
            assertThat(condition.expectation().where()).singleElement().satisfies(filter -> {
                assertThat(filter.path()).isEqualTo("SecurityGroups[].IpPermissions[].FromPort");
                assertThat(filter.operator()).isEqualTo(Operator.LTE);
                assertThat(filter.value()).isEqualTo(22);
            });
        });
        assertThat(browser.errors()).isEmpty();

        // when: it is opened again
        chooseDecided();
        browser.await("document.querySelector('.filter select')?.value === 'lte'");
        assertThat(value("Holds for elements")).isEqualTo("none");
        select("Holds for elements", "");
        press("Save as a check");
        browser.await("document.querySelector('#told.met pre')?.textContent.includes('quantifier: every')");
        press("Leave this filter out");
        press("Save as a check");
        browser.await("document.querySelector('#told.met pre')?.textContent.includes('where') === false");
    }

    @Test
    void confirmsThatAPersonMustLookOnlyWithAReason() {
        choose();
        press("A person must look");
        browser.await("document.querySelector('#told.missed') !== null");
        assertThat(browser.texts("#told p")).containsExactly("Say why a person must look.");
        assertThat(sample.overrides).doesNotExist();

        browser.find("textarea").sendKeys("signed off each year");
        press("A person must look");
        browser.await("document.querySelector('#told.met') !== null");

        assertThat(sample.overrides.resolve(ReviewedSample.OPEN + ".yaml"))
                .content()
                .contains("signed off each year");
    }

    @Test
    void theAddressLosesTheTokenAndNamesTheRule() {
        assertThat(browser.script("return location.href + history.length"))
                .asString()
                .doesNotContain("token");
        choose();
        assertThat(browser.script("return location.hash")).isEqualTo("#rule=" + ReviewedSample.OPEN);

        // when: the page is loaded again
        browser.driver().navigate().refresh();
        browser.await("document.querySelector('#work h2') !== null");
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void theSecondOfTwoTabsSeesTheFirstAndKeepsWhatWasTyped() throws IOException {
        // given: a decision that another tab has made since this one was opened
        choose();
        browser.find("textarea").sendKeys("typed here");
        Files.createDirectories(sample.overrides);
        Files.writeString(sample.override(), "# made in another tab\n");

        // when
        press("A person must look");
        browser.await("document.querySelector('#told.missed') !== null");

        // then
        assertThat(browser.find("#told").getText()).contains("changed meanwhile (by ", "# made in another tab");
        assertThat(browser.find("textarea").getDomProperty("value")).isEqualTo("typed here");
        assertThat(sample.override()).content().contains("made in another tab");
        assertThat(browser.accessibilityBreaches()).isEmpty();

        // when: it is done again by one who has seen it
        press("A person must look");
        browser.await("document.querySelector('#told.met') !== null");
        assertThat(sample.override()).content().contains("typed here");
        press("Take the decision back");
        browser.await("document.querySelector('#told.met')?.textContent.includes('taken back')");
        assertThat(sample.override()).doesNotExist();
    }

    @Test
    void whatWasTypedIsKeptWhileAnotherRuleIsLookedAt() {
        new Select(browser.find("#find [name=show]")).selectByValue("all");
        browser.await("document.querySelectorAll('#list button').length === 2");
        open(ReviewedSample.OPEN);
        browser.find("textarea").sendKeys("half a thought");
        open(ReviewedSample.DONE);
        assertThat(browser.find("textarea").getDomProperty("value")).isEmpty();
        assertThat(browser.texts("#list .rule-id")).contains(ReviewedSample.OPEN + " · not saved");

        open(ReviewedSample.OPEN);
        assertThat(browser.find("textarea").getDomProperty("value")).isEqualTo("half a thought");
        assertThat(browser.accessibilityBreaches()).isEmpty();
        press("Drop it");
        browser.await("document.querySelector('textarea')?.value === ''");
    }

    private void open(String rule) {
        browser.driver()
                .findElement(By.xpath("//*[@id='list']//button[contains(., '" + rule + "')]"))
                .click();
        browser.awaitText("#work > .rule-id", rule);
    }

    @Test
    void breaksNoRuleOfAccessibility() {
        choose();
        browser.find(".candidates button").click();
        browser.await("document.querySelector('.condition .type')?.textContent.includes('Suspended')");
        assertThat(browser.accessibilityBreaches()).isEmpty();
        browser.scheme("dark");
        assertThat(browser.accessibilityBreaches()).isEmpty();
        browser.size(390, 844, true);
        assertThat(browser.script("return document.documentElement.scrollWidth"))
                .isEqualTo(390L);
    }

    private void chooseDecided() {
        new Select(browser.find("#find [name=show]")).selectByValue("decided");
        browser.awaitText("#list .rule-id", ReviewedSample.OPEN);
        choose();
    }

    private void press(String text) {
        browser.driver().findElement(By.xpath("//button[.='" + text + "']")).click();
    }

    private WebElement labelled(String label) {
        String path = "//label[text()='" + label + "']/*[self::input or self::select]";
        browser.await("document.evaluate(\"" + path
                + "\", document, null, XPathResult.FIRST_ORDERED_NODE_TYPE).singleNodeValue !== null");
        return browser.driver().findElement(By.xpath(path));
    }

    private void fill(String label, String text) {
        labelled(label).sendKeys(text + Keys.TAB);
    }

    private void select(String label, String value) {
        Select choices = new Select(labelled(label));
        await().untilAsserted(() -> assertThat(choices.getOptions())
                .extracting(option -> option.getDomProperty("value"))
                .contains(value));
        choices.selectByValue(value);
    }

    private @Nullable String value(String label) {
        return labelled(label).getDomProperty("value");
    }

    private void choose() {
        browser.find("#list button").click();
        browser.await("document.querySelector('#work .choices .main') !== null");
    }
}
