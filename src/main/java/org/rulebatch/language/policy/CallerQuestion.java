package org.rulebatch.language.policy;

import org.rulebatch.language.function.Answer;

/** A question about callers: whether there are such callers (everyone, other accounts) among those a policy lets in. */
interface CallerQuestion {

    /** Whether there are such callers among those that the principal stands for. */
    Answer among(Principal principal);

    /** Whether there are such callers in whose requests the key has the value. */
    Answer among(ContextKey kind, String key, String value);
}
