package org.rulebatch.engine.aws;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Remembers in which region a bucket is, as S3 tells when it is asked in another one. Thread-safe. */
final class BucketRegions {

    private static final String HEADER = "x-amz-bucket-region";

    private final Map<String, String> regions = new ConcurrentHashMap<>();

    Optional<String> of(Map<String, Object> params) {
        return Optional.ofNullable(params.get("Bucket")).map(bucket -> regions.get(bucket.toString()));
    }

    /** Learns from an error; true if it is worth asking again. */
    boolean learns(Map<String, Object> params, AwsServiceException e) {
        Object bucket = params.get("Bucket");
        var details = e.awsErrorDetails();
        if (bucket == null || details == null || details.sdkHttpResponse() == null) {
            return false;
        }
        Optional<String> region = details.sdkHttpResponse().firstMatchingHeader(HEADER);
        return region.isPresent() && !region.get().equals(regions.put(bucket.toString(), region.get()));
    }
}
