package org.rulebatch.language.policy;

import org.rulebatch.language.function.Answer;

/** Whether callers that nobody knows are let in: the public. */
final class Anyone implements CallerQuestion {

    @Override
    public Answer among(Principal principal) {
        return Answer.of(principal.isEveryone() || principal.isFederated() && WebIdentity.isForAnyone(principal.id()));
    }

    @Override
    public Answer among(ContextKey kind, String key, String value) {
        return ContextKey.isOwn(value) ? Answer.NO : Answer.of(!kind.isFixed(key, value));
    }
}
