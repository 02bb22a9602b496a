package org.rulebatch.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ensures that operations and members about the same thing have the same noun. */
final class NounsTest {

    @ParameterizedTest
    @CsvSource({
        "describe_db_instances,dbinstance",
        "get_bucket_policy,bucketpolicy",
        "list_policies,policy",
        "batch_get_builds,build",
        "describe_vpc_addresses,vpcaddress",
        "list_aliases,alias",
        "get_queue_attributes,queueattribute",
        "get_detector_status,detectorstatus"
    })
    void namesTheResourceOfAMethod(String method, String noun) {
        assertThat(Nouns.ofMethod(method)).isEqualTo(noun);
    }

    @ParameterizedTest
    @CsvSource({"Policies,Policy", "Buckets,Bucket", "Access,Access", "Status,Status", "DNS,DNS", "Boxes,Box"})
    void takesTheSingular(String plural, String singular) {
        assertThat(Nouns.singular(plural)).isEqualTo(singular);
    }
}
