package org.rulebatch.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rulebatch.report.entry.Decided;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Ensures that the page says what the run's files say, whatever they say; the browser's tests look at it as people do. */
final class HtmlReportTest {

    private static final Pattern DATA = Pattern.compile(
            "<script type=\"application/json\" class=\"(rows|details)\"[^>]*>(.*?)</script>", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void whatPeopleWroteIsShownAsTextAndNothingIsLoadedFromElsewhere() throws IOException {
        String html = Files.readString(SampleRun.tested(folder, 90));

        assertThat(html)
                .contains("$0.2500", "together they cost")
                .contains("&lt;/script&gt;&lt;!--", "&quot;it&#39;s&quot;")
                .doesNotContain("<script>window", "<!--", " src=");
        assertThat(html.split("<script>", -1)).as("scripts").hasSize(2);
    }

    @Test
    void everyRuleHasARowAndWhatIsShownWhenItIsOpened() throws IOException {
        Path page = SampleRun.write(folder, 90);
        List<JsonNode> data = data(page);

        assertThat(Files.readString(page)).contains("\\u2028");
        assertThat(data).hasSize(2 * 4);
        assertThat(data.get(0).size()).isEqualTo(40);
        assertThat(data.get(1).path("rules").size()).isEqualTo(40);
        assertThat(data.get(0).path(0).path(1).asString()).isEqualTo("Title " + SampleRun.NASTY);
        JsonNode first = data.get(1).path("rules").path(0);
        assertThat(first.path("check").asString()).startsWith("- rule_id: " + SampleRun.id(0, 0) + "\n  for_each");
        assertThat(first.path("reads").valueStream().map(JsonNode::asString))
                .containsExactly("aws.s3.get", "aws.s3.also");
        assertThat(first.path("examples").valueStream().map(each -> each.path("verdict")
                        .asString()))
                .containsExactly("PASS", "FAIL");
        assertThat(first.at("/examples/1/answers/s3.get_bucket_0/Rules/0/Status")
                        .asString())
                .isEqualTo(SampleRun.NASTY);
        assertThat(data.get(1).path("rules").path(1).has("examples")).isFalse();
        JsonNode file = data.get(1).path("rule_file");
        assertThat(file.path("version").asString()).isEqualTo("2.0");
        assertThat(file.path("discoveries").path("aws.s3.get").path(0).asString())
                .isEqualTo("aws.s3.list_buckets");
        assertThat(data.get(7).path("rules").path(0).path("place").asString()).isEqualTo("a & b.yaml:3");
    }

    @Test
    void aRuleThatCannotRunIsLeftToAPerson() throws IOException {
        List<JsonNode> data = data(SampleRun.tested(folder, 10));

        assertThat(data.get(0).path(2).path(2).asInt()).isEqualTo(Decided.MANUAL_REVIEW.ordinal());
        assertThat(data.get(0).path(2).path(9).asString()).contains("cannot run");
        assertThat(data.get(1).path("rules").path(2).has("check")).isFalse();
        assertThat(data.get(1)
                        .path("rules")
                        .path(0)
                        .path("errors")
                        .path(0)
                        .path("type")
                        .asString())
                .isEqualTo("access_denied");
    }

    @Test
    void theSheetOfControlsHasEachRuleUnderEachOfItsControls() throws IOException {
        Path page = SampleRun.tested(folder, 13);

        List<String> sheet = Files.readAllLines(page.resolveSibling("controls.csv"));

        assertThat(sheet).hasSize(1 + 13);
        assertThat(sheet.get(1))
                .startsWith("cis_aws_3.0.0,2.0," + SampleRun.id(0, 0) + ",service000,")
                .contains("\"Title '=1+1 </script>".replace("'", ""), ",automated,", ",FAIL");
        assertThat(sheet.get(3)).startsWith("cis_aws_3.0.0,2.1,");
        assertThat(sheet.get(13)).startsWith("cis_aws_3.0.0,2.11,").contains(",manual_review,,no read API says it,");
    }

    @ParameterizedTest
    @CsvSource({
        "cis_aws_3.0.0_2.1.4, cis_aws_3.0.0, 2.1.4",
        "CIS AWS 3.0 2.1.4, CIS AWS 3.0, 2.1.4",
        "nist_800_53_r5_SC-7, nist_800_53_r5, SC-7",
        "iso27001_2022_multi_cloud_A.8.24_0080, iso27001_2022_multi_cloud, A.8.24",
        "soc2_multi_cloud_cc_6_6_0012, soc2_multi_cloud, cc_6_6",
        "ORG-7, ORG, ORG-7",
        "seven, '', seven"
    })
    void aControlIsThatOfAFramework(String written, String framework, String name) {
        assertThat(Control.of(written)).isEqualTo(new Control(framework, name));
    }

    @Test
    void theSameRunHasTheSamePage() throws IOException {
        byte[] first = Files.readAllBytes(SampleRun.tested(folder.resolve("a"), 90));
        byte[] second = Files.readAllBytes(SampleRun.tested(folder.resolve("b"), 90));

        assertThat(first).isEqualTo(second);
    }

    private static List<JsonNode> data(Path page) throws IOException {
        List<JsonNode> data = new ArrayList<>();
        Matcher blocks = DATA.matcher(Files.readString(page));
        while (blocks.find()) {
            data.add(JsonMapper.shared().readTree(blocks.group(2)));
        }
        return data;
    }
}
