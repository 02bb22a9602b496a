package org.rulebatch.engine.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rulebatch.engine.ReadCall;
import org.rulebatch.engine.ReadClient;
import org.rulebatch.engine.ReadReply;

/** Finds the accounts that a scan looks at. */
public final class AwsAccounts {

    private static final String ACTIVE = "ACTIVE";

    private AwsAccounts() {}

    /**
     * The active accounts of the organization, sorted.
     *
     * @param region in which organizations answers
     * @throws IllegalArgumentException if they cannot be read
     */
    public static List<String> ofOrganization(ReadClient client, String region) {
        ReadReply reply = client.read(new ReadCall("organizations", "list_accounts", region, Map.of()));
        if (!(reply instanceof ReadReply.Answer answer)) {
            String why = reply instanceof ReadReply.Failure failure ? failure.message() : reply.toString();
            throw new IllegalArgumentException(
                    "--accounts=organization: the organization's accounts cannot be read; use"
                            + " credentials of the management account or of a delegated administrator, or name the accounts. "
                            + why);
        }
        List<String> accounts = new ArrayList<>();
        for (Object each : (List<?>) answer.response().getOrDefault("Accounts", List.of())) {
            if (each instanceof Map<?, ?> account && account.get("Id") instanceof String id && isActive(account)) {
                accounts.add(id);
            }
        }
        return accounts.stream().sorted().toList();
    }

    /** AWS says it as State; Status, which it replaces, is still answered. */
    private static boolean isActive(Map<?, ?> account) {
        Object state = account.get("State");
        return ACTIVE.equals(state == null ? account.get("Status") : state);
    }

    /** The account that the client's credentials belong to; empty if that is not answered. */
    public static Optional<String> ofCaller(ReadClient client, String region) {
        ReadReply reply = client.read(new ReadCall("sts", "get_caller_identity", region, Map.of()));
        return reply instanceof ReadReply.Answer answer
                ? Optional.ofNullable(answer.response().get("Account")).map(Object::toString)
                : Optional.empty();
    }
}
