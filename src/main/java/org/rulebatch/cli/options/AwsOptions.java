package org.rulebatch.cli.options;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Nearest;
import org.rulebatch.engine.ReadClient;
import org.rulebatch.engine.aws.AwsRegions;
import org.rulebatch.engine.aws.AwsSettings;
import org.rulebatch.files.Addresses;
import org.rulebatch.store.InputException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How AWS is reached. */
public final class AwsOptions {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--regions",
            paramLabel = "<a,b|all>",
            description = "The regions to look at (default: the one of the environment or the profile).")
    private @Nullable String regions;

    @Option(
            names = "--aws.endpoint-url",
            paramLabel = "<url>",
            description = "Answers for every service, such as an emulator.")
    private @Nullable URI endpoint;

    @Option(names = "--aws.profile", paramLabel = "<name>", description = "A profile of the shared AWS files.")
    private @Nullable String profile;

    @Option(names = "--aws.role-arn", paramLabel = "<arn>", description = "A role to assume for the reads.")
    private @Nullable String roleArn;

    @Option(
            names = "--aws.max-attempts",
            paramLabel = "<n>",
            defaultValue = "5",
            description = "How often a call is tried (default: ${DEFAULT-VALUE}).")
    private int maxAttempts = 5;

    @Option(
            names = "--aws.calls-per-second",
            paramLabel = "<n>",
            defaultValue = "20",
            description = "To one service in one region (default: ${DEFAULT-VALUE}).")
    private int callsPerSecond = 20;

    @Option(
            names = "--aws.calls-at-once",
            paramLabel = "<n>",
            defaultValue = "16",
            description = "In all (default: ${DEFAULT-VALUE}).")
    private int callsAtOnce = 16;

    /** @throws ParameterException if one of the options cannot be meant */
    AwsSettings settings() {
        requirePositive("--aws.max-attempts", maxAttempts);
        requirePositive("--aws.calls-per-second", callsPerSecond);
        requirePositive("--aws.calls-at-once", callsAtOnce);
        if (endpoint != null && (endpoint.getScheme() == null || endpoint.getHost() == null)) {
            throw usage("--aws.endpoint-url: write a whole URL such as http://localhost:5000, not '"
                    + Addresses.printable(endpoint.toString()) + "'.");
        }
        if (roleArn != null && !roleArn.matches("arn:[\\w-]+:iam::\\d{12}:role/.+")) {
            throw usage("--aws.role-arn: '" + roleArn
                    + "' is not the ARN of a role; write one such as arn:aws:iam::123456789012:role/audit.");
        }
        warnOfPlainText();
        AwsSettings standard = AwsSettings.standard();
        return standard.withEndpoint(endpoint)
                .withIdentity(profile, roleArn)
                .withPatience(maxAttempts, standard.callTimeout(), standard.attemptTimeout())
                .withLimits(callsPerSecond, standard.maxPages(), standard.maxResponseBytes());
    }

    /** The regions as they were given; empty for the standard one. */
    public String regionsAsGiven() {
        return regions == null ? "" : regions;
    }

    /** A region that is asked where it does not matter which. */
    String anyRegion() {
        return regions == null || regions.equals("all")
                ? regionToAsk()
                : named(regions).get(0);
    }

    int callsAtOnce() {
        return callsAtOnce;
    }

    /**
     * The regions, at least one.
     *
     * @throws InputException if none is named, or the account's cannot be read
     */
    List<String> regions(ReadClient client) {
        try {
            if (regions == null) {
                return List.of(AwsRegions.standard(profile));
            }
            return regions.equals("all") ? AwsRegions.enabled(client, regionToAsk()) : named(regions);
        } catch (IllegalArgumentException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        }
    }

    private String regionToAsk() {
        try {
            return AwsRegions.standard(profile);
        } catch (IllegalArgumentException e) {
            return "us-east-1"; // switched on in every account of the commercial partition
        }
    }

    private List<String> named(String text) {
        List<String> names = Stream.of(text.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        for (String name : names) {
            if (!name.matches("[a-z]{2}(-[a-z]+)+-\\d+")) {
                throw new InputException(
                        "--regions: '" + name + "' is not an AWS region; write one such as us-east-1, or all.");
            }
        }
        if (names.isEmpty()) {
            throw new InputException("--regions names no region; write such as us-east-1, or all.");
        }
        names.stream().filter(name -> !AwsRegions.known().contains(name)).forEach(this::doubt);
        return names;
    }

    /** Only a word of doubt: AWS may have regions that are newer than this program. */
    private void doubt(String name) {
        String near = Nearest.suggestion(name, AwsRegions.known(), ".");
        spec.commandLine().getErr().println("--regions: this version does not know the region '" + name + "'" + near);
    }

    /** Requests are signed, but whoever reads along sees a session's token and what AWS answers. */
    private void warnOfPlainText() {
        if (endpoint != null && "http".equals(endpoint.getScheme()) && !isOfThisMachine(endpoint.getHost())) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "--aws.endpoint-url: requests go to " + endpoint.getHost()
                                    + " without encryption (http), with"
                                    + " your AWS access key's id and any session token; use https, or credentials that are not real.");
        }
    }

    private static boolean isOfThisMachine(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.startsWith("127.")
                || host.equals("[::1]");
    }

    private void requirePositive(String option, int value) {
        if (value < 1) {
            throw usage(option + " must be at least 1, not " + value + ".");
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
