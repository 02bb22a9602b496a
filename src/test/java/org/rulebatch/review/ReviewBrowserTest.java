package org.rulebatch.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import org.rulebatch.requirement.Decision;

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
            assertThat(automated.requirement().main().path()).isEqualTo("Status");
            assertThat(automated.requirement().main().value()).isEqualTo("Suspended");
        });
    }

    @Test
    void confirmsThatAPersonMustLookOnlyWithAReason() {
        choose();
        browser.driver()
                .findElement(By.xpath("//button[.='A person must look']"))
                .click();
        browser.await("document.querySelector('#told.missed') !== null");
        assertThat(sample.overrides).doesNotExist();

        browser.find("textarea").sendKeys("signed off each year");
        browser.driver()
                .findElement(By.xpath("//button[.='A person must look']"))
                .click();
        browser.await("document.querySelector('#told.met') !== null");

        assertThat(sample.overrides.resolve(ReviewedSample.OPEN + ".yaml"))
                .content()
                .contains("signed off each year");
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

    private void choose() {
        browser.find("#list button").click();
        browser.await("document.querySelector('#work .choices .main') !== null");
    }
}
