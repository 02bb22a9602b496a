package org.rulebatch.batch.accounts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.rulebatch.engine.ReadCall;
import org.rulebatch.engine.ReadClient;
import org.rulebatch.engine.ReadReply;
import org.springframework.util.function.SingletonSupplier;

/** Gives the client that reads an account. A role is assumed once an account, and so is the failure to. Thread-safe. */
public final class AccountClients {

    /** Parts of an account are worked on one after another, so only the latest are needed. */
    private static final int KEPT = 64;

    private final Function<String, ReadClient> opener;
    private final Map<String, Supplier<Access>> latest = new LinkedHashMap<>();

    private record Access(Optional<ReadClient> client, String problem) {}

    /** @param opener gives the client of an account's id; throws IllegalArgumentException with the reason if it cannot */
    public AccountClients(Function<String, ReadClient> opener) {
        this.opener = opener;
    }

    /** @throws UnreachableException if nobody can look at the account */
    ReadClient of(String account) {
        Access access = access(account).get();
        return access.client().orElseThrow(() -> new UnreachableException(access.problem()));
    }

    private synchronized Supplier<Access> access(String account) {
        Supplier<Access> known = latest.get(account);
        if (known == null) {
            known = SingletonSupplier.of(() -> open(account));
            latest.put(account, known);
            if (latest.size() > KEPT) {
                latest.remove(latest.keySet().iterator().next());
            }
        }
        return known;
    }

    private Access open(String account) {
        try {
            return new Access(Optional.of(new OneIdentity(opener.apply(account))), "");
        } catch (IllegalArgumentException e) {
            return new Access(Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    /** Asks whose credentials these are once, and not for each region again. */
    private static final class OneIdentity implements ReadClient {

        private final ReadClient client;
        private final Map<ReadCall, ReadReply> known = new ConcurrentHashMap<>();

        OneIdentity(ReadClient client) {
            this.client = client;
        }

        @Override
        public ReadReply read(ReadCall call) {
            return call.client().equals("sts") ? known.computeIfAbsent(call, client::read) : client.read(call);
        }
    }
}
