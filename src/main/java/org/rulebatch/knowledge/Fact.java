package org.rulebatch.knowledge;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulebatch.requirement.Expectation.Absence;

/**
 * One reading of a control family for a resource: which field decides it, and which value complies.
 *
 * @param family its id
 * @param main the best place
 * @param also other places of the very same datum, best first
 * @param with further fields of the same response that must hold as well
 * @param absent what a missing value means, where that is not what the operator says
 * @param errors error codes of the call that mean 'not configured'
 * @param near whether it only indicates the family, so that a person should confirm
 * @param words phrases that tell it from its neighbours of the same family
 * @param unless phrases that show that it is not meant
 * @param note the trap, or empty
 */
public record Fact(
        String family,
        Reading main,
        List<Reading> also,
        List<Reading> with,
        @Nullable Absence absent,
        List<String> errors,
        boolean near,
        List<String> words,
        List<String> unless,
        String note) {

    public Fact {
        also = List.copyOf(also);
        with = List.copyOf(with);
        errors = List.copyOf(errors);
        words = List.copyOf(words);
        unless = List.copyOf(unless);
    }

    /** All places of the datum, best first. */
    public Stream<Reading> readings() {
        return Stream.concat(Stream.of(main), also.stream());
    }
}
