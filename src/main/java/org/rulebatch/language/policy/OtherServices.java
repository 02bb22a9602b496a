package org.rulebatch.language.policy;

import org.rulebatch.language.function.Answer;

/**
 * Whether services of AWS are let in that act for accounts which are not trusted.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html">The confused deputy problem,
 *     Cross-service confused deputy prevention</a>
 */
final class OtherServices implements CallerQuestion {

    private final Outsiders outsiders;

    OtherServices(Outsiders outsiders) {
        this.outsiders = outsiders;
    }

    @Override
    public Answer among(Principal principal) {
        return Answer.of(principal.isService());
    }

    @Override
    public Answer among(ContextKey kind, String key, String value) {
        return switch (kind) {
            case SERVICE -> Answer.YES;
            // A bucket's ARN has no account; whoever names a bucket of a fixed name means one of theirs.
            case ARN ->
                ContextKey.accountOf(value).isEmpty() && kind.isFixed(key, value)
                        ? Answer.NO
                        : outsiders.among(kind, key, value);
            default -> outsiders.among(kind, key, value);
        };
    }
}
