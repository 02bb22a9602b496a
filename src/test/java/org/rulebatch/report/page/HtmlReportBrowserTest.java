package org.rulebatch.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;
import org.rulebatch.browser.Browser;

/** The page in a real browser: what is seen, by mouse, keyboard and address; run by scripts/test-with-browser. */
@Tag("browser")
final class HtmlReportBrowserTest {

    private static final int RULES = 2_000;

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static String page;

    @BeforeAll
    static void open() throws IOException {
        page = SampleRun.tested(folder.resolve("run"), RULES).toUri().toString();
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void showsTheVerdictAndNoScriptOfARuleRuns() {
        browser.open(page);

        assertThat(browser.texts(".verdict strong")).containsExactly("Not a success");
        browser.awaitText("#shown", "2,001 rules");
        assertThat(browser.script("return window.broken === undefined")).isEqualTo(true);
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void narrowsTheTableAndKeepsItInTheAddress() {
        browser.open(page);

        new Select(browser.find("[name=decision]")).selectByValue("invalid");
        browser.awaitText("#shown", "1 of 2,001 rules");
        new Select(browser.find("[name=decision]")).selectByValue("automated");
        browser.find("[name=q]").sendKeys("service007 NUMBER_0004");
        browser.awaitText("#shown", "1 of 2,001 rules");

        browser.open(browser.driver().getCurrentUrl());
        assertThat(browser.texts("#table .open .name")).containsExactly(SampleRun.id(7, 4));
        browser.find("[type=reset]").click();
        browser.awaitText("#shown", "2,001 rules");
    }

    @Test
    void showsTheExamplesOfACheckSideBySide() {
        browser.open(page + "#rule-" + SampleRun.id(0, 0));

        assertThat(browser.texts(".examples figcaption")).containsExactly("Complies", "Violates");
        assertThat(browser.texts(".examples pre").get(0))
                .isEqualTo("s3.get_bucket_0:\n  Rules:\n    - Status: \"Enabled\"");
        assertThat(browser.script("const [a, b] = document.querySelectorAll('.examples figure');"
                        + " return a.getBoundingClientRect().top === b.getBoundingClientRect().top"))
                .isEqualTo(true);
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void showsACheckWithAllItsReadsAsItIsWritten() {
        browser.open(page + "#rule-" + SampleRun.id(0, 0));

        assertThat(browser.find("#rule pre[aria-label='Rule YAML']").getText())
                .startsWith("version: \"2.0\"")
                .containsSubsequence(
                        "discovery_id: aws.s3.list_buckets",
                        "discovery_id: aws.s3.get",
                        "discovery_id: aws.s3.also",
                        "rule_id: " + SampleRun.id(0, 0),
                        "others: aws.s3.also",
                        "complies: 'item.A == \"b\"'");
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void aBarOfTheChartLeadsToTheRulesOfItsService() {
        browser.open(page);

        browser.find("#services summary").click();
        browser.find(".chart a[href='#service=service003']").click();

        browser.awaitText("#shown", "40 of 2,001 rules");
    }

    @Test
    void sortsByAColumn() {
        browser.open(page + "#service=service003");

        browser.find("th.confidence button").click();
        browser.find("th.confidence button").click();

        assertThat(browser.find("th.confidence").getAttribute("aria-sort")).isEqualTo("descending");
        assertThat(browser.texts("#table .open .name").get(0)).isEqualTo(SampleRun.id(3, 39));
    }

    @Test
    void anAddressLeadsToARuleWithItsYamlAndCandidates() {
        browser.open(page + "#rule-" + SampleRun.id(49, 38));

        assertThat(browser.texts("#detail .rule-id")).containsExactly(SampleRun.id(49, 38));
        assertThat(browser.texts("#detail pre").get(0))
                .containsSubsequence("aws.s3.list_buckets", "aws.s3.get", "rule_id: " + SampleRun.id(49, 38));
        assertThat(browser.texts("#detail tbody tr")).hasSize(1 + 3);
    }

    @Test
    void saysWhatAPersonHasToDoAndLeadsThere() {
        browser.open(page);

        assertThat(browser.texts("#reasons tbody td:nth-child(2)"))
                .containsExactly(
                        "AWS has no read that shows what the rule asks for.",
                        "The proposed check does not hold against AWS's models, or its test could not run.");
        assertThat(browser.texts("#review").get(0)).matches("java -jar \\S+ review --output-dir=\\S+/run");
        browser.find("#reasons tbody tr:nth-child(2) a").click();
        browser.awaitText("#shown", "1 of 2,001 rules");
    }

    @Test
    void underlinesWhatACheckAnswersAndWhatItDoesNot() {
        browser.open(page + "#rule-" + SampleRun.id(0, 0));

        assertThat(browser.texts("#detail-title u.answered")).containsExactly("Title");
        assertThat(browser.texts("#detail-title u.open")).containsExactly("=1+1");
        assertThat(browser.texts("#rule .kind"))
                .containsExactly("To use service000, severity high, guess, executed: failed");
        assertThat(browser.script("return [...document.querySelectorAll('#rule a')].map(each => each.href)"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains("https://example.org/0")
                .noneMatch(link -> link.toString().startsWith("javascript"));
    }

    @Test
    void aSheetOfAFrameworkHasItsControlsInTheirOrderWithTheirRules() {
        browser.open(page + "#framework-cis_aws_3.0.0");

        assertThat(browser.texts("#overview tbody td")).containsExactly("cis_aws_3.0.0", "12", "5", "1", "6");
        assertThat(browser.texts("#controls tbody td:nth-child(1)"))
                .hasSize(12)
                .containsSubsequence("2.0", "2.9", "2.10", "2.11");
        browser.find("#controls tbody a").click();
        browser.awaitText("#detail .rule-id", SampleRun.id(0, 0));
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void anAddressOfARuleThatIsNotThereSaysSo() {
        browser.open(page + "#rule-aws.s3.bucket.of_last_year");

        assertThat(browser.texts("#gone").get(0)).startsWith("This run has no rule aws.s3.bucket.of_last_year.");
    }

    @Test
    void aPageThatWasSavedAsItStoodIsThePage() throws IOException {
        browser.open(page + "#rule-" + SampleRun.id(0, 0));
        Path saved = folder.resolve("saved.html");
        Files.writeString(saved, "<!DOCTYPE html>" + browser.script("return document.documentElement.outerHTML"));

        browser.open(saved.toUri().toString());

        browser.awaitText("#shown", "2,001 rules");
        assertThat(browser.texts("#table thead th")).hasSize(7);
        assertThat(browser.script("return document.querySelectorAll('[name=severity] option').length"))
                .isEqualTo(3L);
        browser.find("#table .open").click();
        browser.awaitText("#detail .rule-id", SampleRun.id(0, 0));
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void isUsedByKeyboardAlone() {
        browser.open(page);

        browser.press("/").press("service001");
        browser.awaitText("#shown", "40 of 2,001 rules");
        browser.script("document.querySelector('#table .open').focus()");
        browser.press(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ENTER);
        assertThat(browser.texts("#detail .rule-id")).containsExactly(SampleRun.id(1, 2));
        browser.press("j");
        assertThat(browser.texts("#detail .rule-id")).containsExactly(SampleRun.id(1, 3));
        browser.press(Keys.ESCAPE);
        browser.await("document.activeElement.lastChild.textContent === '" + SampleRun.id(1, 3) + "'");
        browser.press(Keys.END);
        browser.await("document.activeElement.lastChild.textContent === '" + SampleRun.id(1, 39) + "'");
    }

    @Test
    void breaksNoRuleOfAccessibility() {
        for (String scheme : List.of("light", "dark")) {
            browser.scheme(scheme).open(page);
            assertThat(browser.accessibilityBreaches()).as(scheme).isEmpty();
            browser.open(page + "#rule-" + SampleRun.id(0, 0));
            assertThat(browser.accessibilityBreaches()).as(scheme + ", a rule").isEmpty();
        }
        browser.scheme("light");
    }

    @Test
    void fitsAPhone() {
        browser.size(390, 844, true).open(page);
        try {
            assertThat(browser.script("return document.documentElement.scrollWidth"))
                    .isEqualTo(390L);
            assertThat(browser.accessibilityBreaches()).isEmpty();
            browser.open(page + "#rule-" + SampleRun.id(0, 0));
            assertThat(browser.script("return document.getElementById('detail').scrollWidth"))
                    .isEqualTo(390L);
        } finally {
            browser.size(1280, 900, false);
        }
    }

    @Test
    void printsTheRulesOfTheView() {
        browser.open(page + "#service=service003");

        assertThat(new String(browser.pdf(), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
        browser.awaitText("#filters output", "40 of 2,001 rules");
    }

    @Test
    void twentyThousandRulesHaveFewRowsInThePage() throws IOException {
        browser.open(SampleRun.write(folder.resolve("many"), 20_000).toUri().toString());

        browser.awaitText("#shown", "20,001 rules");
        browser.script("document.getElementById('frameworks').scrollIntoView()");
        browser.await(
                "[...document.querySelectorAll('#table .open')].some(each => each.textContent === 'no.such.rule')");
        assertThat((Long) browser.script("return document.querySelectorAll('#table tbody tr').length"))
                .isLessThan(120);
        assertThat(browser.script("dispatchEvent(new Event('beforeprint'));"
                        + " return document.querySelectorAll('#printed p').length"))
                .isEqualTo(20_001L);
        browser.script("dispatchEvent(new Event('afterprint'))");
        browser.find("[name=q]").sendKeys("service499 number_0039");
        browser.awaitText("#shown", "1 of 20,001 rules");
    }
}
