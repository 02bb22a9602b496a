package org.rulebatch.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rulebatch.metadata.InvalidRule;
import org.rulebatch.store.BatchPlan;

final class HtmlReportTest {

    @Test
    void whatPeopleWroteIsShownAsTextAndNothingIsLoadedFromElsewhere() {
        // given
        BatchOutcome outcome = new BatchOutcome("FAILED", null, 0, "<script>alert('x')</script>");
        BatchReport batch = new BatchReport(new BatchPlan(1, List.of()), outcome, Counts.NONE);
        Tally tally = new Tally(List.of(batch), new Counts(1, 1, 1, 0), 1, 1, 1, Map.of());
        InvalidRule invalid = new InvalidRule("s3", "a", "a & b.yaml", 3, "\"quoted\"");
        FinalReport report = new FinalReport(tally, Criteria.of(tally, 90), List.of(invalid), Optional.empty());

        // when
        String html = new HtmlReport("20260102_030405", report).text();

        // then
        assertThat(html)
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;", "a &amp; b.yaml:3", "&quot;quoted&quot;")
                .contains("33.3% validated")
                .doesNotContain("<script", "http:", "https:", " src=");
    }
}
