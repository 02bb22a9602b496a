package org.rulebatch.language;

import org.rulebatch.language.function.Answer;
import org.rulebatch.language.function.Maybe;
import org.rulebatch.language.value.UnknownValue;

/** What functions give, as expressions take it: a value, or that it is not known. */
final class Answers {

    private record NotKnown(String reason) implements UnknownValue {}

    private Answers() {}

    static Object of(Answer answer) {
        return answer.isUnknown() ? new NotKnown(answer.reason()) : answer.isYes();
    }

    static Object of(Maybe<?> maybe) {
        return maybe instanceof Maybe.Value<?> value
                ? value.value()
                : new NotKnown(((Maybe.Unknown<?>) maybe).reason());
    }
}
