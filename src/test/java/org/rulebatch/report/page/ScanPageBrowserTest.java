package org.rulebatch.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.support.ui.Select;
import org.rulebatch.browser.Browser;
import org.rulebatch.engine.Verdict.Status;
import org.rulebatch.engine.scan.EvidenceJson;
import org.rulebatch.engine.scan.VerdictJson;
import org.rulebatch.engine.scan.Verdicts;

/** Ensures that the page of a scan over accounts shows what failed, where, what was found, and who could not be looked at. */
@Tag("browser")
final class ScanPageBrowserTest {

    private static final String TIME = "2026-01-31T00:00:00Z";

    @TempDir
    private Path folder;

    private Browser browser;

    @BeforeEach
    void open() throws IOException {
        List<VerdictJson> verdicts = List.of(
                verdict("aws.iam.user.named", "No user is <b>admin</b>", "low", "FAIL", "111122223333", "admin"),
                verdict("aws.s3.bucket.closed", "No bucket is open", "critical", "FAIL", "111122223333", "open"),
                verdict("aws.s3.bucket.closed", "No bucket is open", "critical", "UNKNOWN", "444455556666", ""));
        Path page = folder.resolve("report.html");
        ScanPage.write(
                page,
                List.of(
                        new ScanPage.Account(
                                "111122223333", List.of("us-east-1"), "", Map.of(Status.PASS, 3, Status.FAIL, 2)),
                        new ScanPage.Account(
                                "444455556666",
                                List.of("us-east-1"),
                                "the role cannot be assumed",
                                Map.of(Status.UNKNOWN, 1))),
                new Verdicts(Instant.parse(TIME), Optional.empty(), verdicts::stream));
        browser = new Browser();
        browser.open(page.toUri().toString());
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void theGravestRuleIsFirstAndSaysWhatWasFound() {
        assertThat(browser.texts(".rule .title")).containsExactly("No bucket is open", "No user is <b>admin</b>");
        assertThat(browser.find("#verdict").getText()).contains("2 failures", "1 account could not be looked at");
        assertThat(browser.texts("#accounts .error")).containsExactly("the role cannot be assumed");

        browser.find(".rule summary").click();
        browser.await("document.querySelector('.rule td') !== null");

        assertThat(browser.find(".rule table").getText()).contains("111122223333", "item.Name = \"open\"");
        assertThat(browser.texts(".expected")).containsExactly("Expected: item.Closed");
        assertThat(browser.accessibilityBreaches()).isEmpty();
        browser.screenshot("scan-accounts");
        browser.scheme("dark").size(390, 844, true).screenshot("scan-accounts-phone");
        assertThat(browser.accessibilityBreaches()).isEmpty();
        assertThat(browser.script("return document.documentElement.scrollWidth"))
                .isEqualTo(390L);
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void filtersNarrowTheVerdicts() {
        new Select(browser.find("[name=account]")).selectByValue("444455556666");

        assertThat(browser.texts(".rule .title")).containsExactly("No bucket is open");
        assertThat(browser.texts("#shown")).containsExactly("1 of 2 rules");
    }

    private static VerdictJson verdict(
            String rule, String title, String severity, String status, String account, String found) {
        boolean failed = status.equals("FAIL");
        return new VerdictJson(
                rule,
                title,
                severity,
                rule.split("\\.")[1],
                status,
                "us-east-1",
                failed ? "arn:aws:x:::" + found : "",
                failed ? "found it" : "the role cannot be assumed",
                failed ? List.of(new EvidenceJson("item.Name", found)) : List.of(),
                failed ? "item.Closed" : "",
                account,
                TIME);
    }
}
