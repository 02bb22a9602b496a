package org.rulebatch.language.policy;

import java.util.Optional;
import java.util.Set;
import org.rulebatch.language.function.Answer;

/** Whether callers of accounts that are not trusted are let in. Services of AWS are not asked about here. */
final class Outsiders implements CallerQuestion {

    private final Set<String> trusted;

    /** @param trusted 12-digit accounts, one of them empty where the own one is not known, and ids of organizations ({@code o-…}), all of whose accounts are trusted */
    Outsiders(Set<String> trusted) {
        this.trusted = trusted;
    }

    @Override
    public Answer among(Principal principal) {
        if (principal.isService() || principal.isDeleted()) {
            return Answer.NO;
        }
        if (principal.isEveryone()) {
            return Answer.YES;
        }
        if (principal.isFederated() && WebIdentity.isForAnyone(principal.id())) {
            return Answer.YES;
        }
        return principal
                .account()
                .map(this::account)
                .orElseGet(() -> Answer.unknown("the account of the " + principal.type() + " principal '"
                        + principal.id() + "' does not stand in the policy"));
    }

    private Answer account(String account) {
        if (account.equals("cloudfront")) {
            return Answer.unknown("the account of a CloudFront origin access identity does not stand in the policy");
        }
        if (trusted.contains(account)) {
            return Answer.NO;
        }
        return trusted.contains("") ? Answer.unknown("which account is the own one is not known") : Answer.YES;
    }

    @Override
    public Answer among(ContextKey kind, String key, String value) {
        if (ContextKey.isOwn(value)) {
            return Answer.NO;
        }
        if (!kind.isFixed(key, value)) {
            return Answer.YES;
        }
        Optional<String> account =
                switch (kind) {
                    case ACCOUNT -> Optional.of(value);
                    case ARN -> ContextKey.accountOf(value);
                    default -> Optional.empty();
                };
        if (account.isPresent()) {
            return account(account.get());
        }
        return switch (kind) {
            case SERVICE, IDENTITY -> Answer.NO;
            case ORGANIZATION, ORGANIZATION_PATH -> organization(value.split("/", 2)[0]);
            default -> Answer.unknown("whose " + key + " '" + value + "' is does not stand in the policy");
        };
    }

    private Answer organization(String id) {
        return trusted.contains(id)
                ? Answer.NO
                : Answer.unknown("whether the accounts of organization " + id + " are trusted was not said");
    }
}
