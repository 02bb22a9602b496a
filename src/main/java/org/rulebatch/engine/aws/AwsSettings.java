package org.rulebatch.engine.aws;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How AWS is reached.
 *
 * @param endpoint answers for every service, such as an emulator; null for AWS itself
 * @param profile of the shared configuration files; null for the default one
 * @param roleArn to assume with the credentials found; null to use these themselves
 * @param maxAttempts of a call, retries included
 * @param callTimeout for a page with all its attempts
 * @param attemptTimeout for one attempt
 * @param callsPerSecond to one service in one region
 * @param maxPages of one answer
 * @param maxResponseBytes of one page
 */
public record AwsSettings(
        @Nullable URI endpoint,
        @Nullable String profile,
        @Nullable String roleArn,
        int maxAttempts,
        Duration callTimeout,
        Duration attemptTimeout,
        int callsPerSecond,
        int maxPages,
        int maxResponseBytes) {

    /** AWS itself, with the standard credentials chain. */
    public static AwsSettings standard() {
        return new AwsSettings(null, null, null, 5, Duration.ofMinutes(2), Duration.ofSeconds(30), 20, 1_000, 64 << 20);
    }

    public AwsSettings withEndpoint(@Nullable URI newEndpoint) {
        return new AwsSettings(
                newEndpoint,
                profile,
                roleArn,
                maxAttempts,
                callTimeout,
                attemptTimeout,
                callsPerSecond,
                maxPages,
                maxResponseBytes);
    }

    /** The same with an identity; null keeps the standard chain's. */
    public AwsSettings withIdentity(@Nullable String newProfile, @Nullable String newRoleArn) {
        return new AwsSettings(
                endpoint,
                newProfile,
                newRoleArn,
                maxAttempts,
                callTimeout,
                attemptTimeout,
                callsPerSecond,
                maxPages,
                maxResponseBytes);
    }

    /** The same with other limits of time. */
    public AwsSettings withPatience(int newMaxAttempts, Duration newCallTimeout, Duration newAttemptTimeout) {
        return new AwsSettings(
                endpoint,
                profile,
                roleArn,
                newMaxAttempts,
                newCallTimeout,
                newAttemptTimeout,
                callsPerSecond,
                maxPages,
                maxResponseBytes);
    }

    /** The same with other limits of amount. */
    public AwsSettings withLimits(int newCallsPerSecond, int newMaxPages, int newMaxResponseBytes) {
        return new AwsSettings(
                endpoint,
                profile,
                roleArn,
                maxAttempts,
                callTimeout,
                attemptTimeout,
                newCallsPerSecond,
                newMaxPages,
                newMaxResponseBytes);
    }
}
