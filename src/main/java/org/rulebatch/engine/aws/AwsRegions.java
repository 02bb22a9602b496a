package org.rulebatch.engine.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulebatch.engine.ReadCall;
import org.rulebatch.engine.ReadClient;
import org.rulebatch.engine.ReadReply;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** Finds the regions that a run looks at. */
public final class AwsRegions {

    private AwsRegions() {}

    /**
     * The region that the environment or the profile names.
     *
     * @param profile of the shared configuration files; null for the default one
     * @throws IllegalArgumentException if neither does
     */
    public static String standard(@Nullable String profile) {
        try {
            return DefaultAwsRegionProviderChain.builder()
                    .profileName(profile)
                    .build()
                    .getRegion()
                    .id();
        } catch (SdkClientException e) {
            throw new IllegalArgumentException(
                    "No AWS region is set; name one or more with --regions, or set AWS_REGION.", e);
        }
    }

    /** The regions that this version knows; AWS may have newer ones. */
    public static List<String> known() {
        return Region.regions().stream()
                .filter(region -> !region.isGlobalRegion())
                .map(Region::id)
                .toList();
    }

    /**
     * The regions that are switched on for the account, sorted.
     *
     * @param from the region that is asked for them
     * @throws IllegalArgumentException if they cannot be read
     */
    public static List<String> enabled(ReadClient client, String from) {
        ReadReply reply = client.read(new ReadCall("ec2", "describe_regions", from, Map.of()));
        if (reply instanceof ReadReply.Failure failure) {
            throw new IllegalArgumentException(
                    "--regions=all: the account's regions cannot be read; name them instead. " + failure.message());
        }
        List<String> regions = new ArrayList<>();
        Object found = ((ReadReply.Answer) reply).response().getOrDefault("Regions", List.of());
        for (Object region : (List<?>) found) {
            if (region instanceof Map<?, ?> map && map.get("RegionName") instanceof String name) {
                regions.add(name);
            }
        }
        return regions.stream().sorted().toList();
    }
}
