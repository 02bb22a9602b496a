package org.rulebatch.engine.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rulebatch.catalog.Catalog;

/** Ensures that global services are asked once and where they answer. */
final class AwsGeographyTest {

    @ParameterizedTest
    @CsvSource({
        "iam, eu-west-1, us-east-1",
        "route53, eu-west-1, us-east-1",
        "cloudfront, eu-west-1, us-east-1",
        "organizations, eu-west-1, us-east-1",
        "s3, eu-west-1, us-east-1",
        "globalaccelerator, eu-west-1, us-west-2",
        "ec2, eu-west-1, eu-west-1",
        "acm, eu-west-1, eu-west-1",
        "wafv2, eu-west-1, eu-west-1",
        "iam, us-gov-west-1, us-gov-west-1",
        "s3, cn-north-1, cn-north-1",
        "no-such-service, eu-west-1, eu-west-1"
    })
    void knowsWhereToAsk(String client, String region, String asked) {
        assertThat(new AwsGeography(Catalog.bundled(), region).regionFor(client, region))
                .isEqualTo(asked);
    }
}
