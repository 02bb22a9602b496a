package org.rulebatch.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulebatch.requirement.Call;
import org.rulebatch.requirement.Expectation.Absence;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Read;
import org.rulebatch.requirement.Subject;

/**
 * One reading of a control family for a resource: which field decides it, and which value complies.
 *
 * @param family its id
 * @param main the best place
 * @param whole the check that decides it, where one comparison does not; null where {@code main} and {@code with} do
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
        @Nullable Expressions whole,
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

    /** The calls of the best place, or of the whole check. */
    public List<Call> calls() {
        if (whole == null) {
            return List.of(main.call());
        }
        Stream<Subject> own = Stream.of(whole.subject());
        return Stream.concat(own, whole.with().values().stream())
                .filter(Subject.Items.class::isInstance)
                .flatMap(items -> ((Subject.Items) items).reads().stream())
                .map(Read::call)
                .toList();
    }

    /** Whether a value of that kind, as a rule states it, replaces one in here. */
    public boolean takes(Slot stated) {
        if (whole == null) {
            return Stream.concat(Stream.of(main), with.stream())
                    .anyMatch(part -> part.complies().hasSlot(stated));
        }
        String name = stated.name().toLowerCase(Locale.ROOT);
        return whole.parameters().containsKey(name) || whole.parameters().containsKey(name + "s");
    }

    /** Whether it gives one verdict for an account or a region. */
    public boolean isOfAPlace() {
        return whole != null && whole.isOfAPlace();
    }
}
