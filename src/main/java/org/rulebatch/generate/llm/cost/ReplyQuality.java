package org.rulebatch.generate.llm.cost;

import java.util.Optional;

/**
 * How many of a run's replies could be used.
 *
 * @param usable that decided a rule; replies that only looked something up are not counted
 * @param unusable that were paid for
 * @param cause the most frequent one; empty if it is not known any more
 * @param instead what decided the rules without a usable reply
 */
public record ReplyQuality(int usable, int unusable, String cause, String instead) {

    public static final ReplyQuality NONE = new ReplyQuality(0, 0, "", "");

    /** Whether replies came, and none could be used. */
    public boolean isNothingUsable() {
        return usable == 0 && unusable > 0;
    }

    /** {@code 0 of 18 replies could be used: …}; empty unless none could. */
    public Optional<String> problem() {
        if (!isNothingUsable()) {
            return Optional.empty();
        }
        String why = cause.isEmpty() ? "" : ", most often because of this: " + cause;
        return Optional.of(
                "0 of " + unusable + " replies of the model could be used" + why + "; " + instead + " decided instead");
    }
}
