package org.rulebatch.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.knowledge.ServiceNames;

/** Ensures that the knowledge can be read in a terminal, and that a wrong name gets a suggestion. */
final class DescriberTest {

    private static final Catalog CATALOG = Catalog.bundled();
    private static final Knowledge KNOWLEDGE = Knowledge.bundled();
    private static final Describer DESCRIBER = new Describer(CATALOG, KNOWLEDGE, new ServiceNames(CATALOG));

    @Test
    void countsTheFactsOfEachResourceOfAService() {
        assertThat(DESCRIBER.of("s3"))
                .startsWith("s3: boto3 s3")
                .containsPattern("\ns3\\.bucket: .*")
                .containsPattern("\n  \\d+ facts: ");
    }

    @Test
    void saysOfAResourceWhichFieldDecidesWhat() {
        assertThat(DESCRIBER.of("s3.bucket"))
                .contains("listed by s3.list_buckets Buckets[]")
                .contains("\nversioning\n  s3.get_bucket_versioning Status equals Enabled");
        assertThat(DESCRIBER.of("apigateway.api_key")).contains("What no read shows");
    }

    @Test
    void saysWhereAFamilyIsDecided() {
        assertThat(DESCRIBER.family("encryption_at_rest"))
                .startsWith("encryption_at_rest: Stored data is encrypted.")
                .contains("rds.instance\n  rds.describe_db_instances DBInstances[].StorageEncrypted equals true");
    }

    @Test
    void wrapsAtAHundredColumns() {
        assertThat(DESCRIBER.of("s3.bucket").lines())
                .allMatch(line -> line.length() <= 100 || !line.strip().contains(" "));
    }

    @Test
    void suggestsTheNearestName() {
        assertThatThrownBy(() -> DESCRIBER.of("s3.bukket"))
                .hasMessage("Unknown resource or operation of s3 'bukket'; did you mean 'bucket'?");
        assertThatThrownBy(() -> DESCRIBER.of("dynamodbb")).hasMessageContaining("did you mean 'dynamodb'?");
        assertThatThrownBy(() -> DESCRIBER.family("encription_at_rest"))
                .hasMessageContaining("did you mean 'encryption_at_rest'?");
    }

    @Test
    void listsWhatIsNotSpokenOf() {
        UncoveredText uncovered = new UncoveredText(CATALOG, KNOWLEDGE);

        assertThat(uncovered.of("kms")).startsWith("kms: ").contains("reads that no fact uses");
        assertThat(uncovered.all()).containsPattern("\nkms +\\d+\n").containsPattern("together \\d+");
        assertThatThrownBy(() -> uncovered.of("kmss")).hasMessageContaining("did you mean 'kms'?");
    }
}
