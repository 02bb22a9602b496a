package org.rulebatch.reading;

import java.math.BigDecimal;
import java.util.List;

/** A piece of what a sentence says. */
public sealed interface Part {

    Place place();

    /** The resource that is judged: "S3 buckets". */
    record Subject(Place place, List<String> lemmas) implements Part {
        public Subject {
            lemmas = List.copyOf(lemmas);
        }
    }

    /**
     * What narrows the subject: "internet-facing", "with a console password".
     *
     * @param negated whether those are meant that are not so: "without a console password"
     */
    record Population(Place place, List<String> lemmas, boolean negated) implements Part {
        public Population {
            lemmas = List.copyOf(lemmas);
        }
    }

    /** What is asked: "deletion protection". */
    record Property(Place place, List<String> lemmas) implements Part {
        public Property {
            lemmas = List.copyOf(lemmas);
        }
    }

    /**
     * A word that says whether a thing is wanted.
     *
     * @param wanted false for "not", "disabled", "prevent"; two of them in a sentence cancel out, see {@link Clause#wanted}
     */
    record Polarity(Place place, boolean wanted) implements Part {}

    /**
     * A number that is compared.
     *
     * @param role what is measured: the population, what is asked, or an exception
     * @param numbers one, or the two ends of a range, in the unit; a version as it is written
     */
    record Measure(Place place, Role role, Comparison comparison, List<String> numbers, Unit unit) implements Part {
        public Measure {
            numbers = List.copyOf(numbers);
        }

        /** The numbers as numbers; not of versions, whose parts are compared one by one. */
        public List<BigDecimal> amounts() {
            return numbers.stream().map(BigDecimal::new).toList();
        }
    }

    /** Values that a text lists, as they are written. */
    record Values(Place place, Role role, ValueKind kind, List<String> values) implements Part {
        public Values {
            values = List.copyOf(values);
        }
    }

    /** "each", "at least one", "no", "only", "all types". */
    record Quantifier(Place place, Role role, Amount amount) implements Part {}

    /**
     * Several things, in the order of the text.
     *
     * @param things where each stands; at least two
     */
    record Joint(Place place, Role role, Joining joining, List<Place> things) implements Part {
        public Joint {
            things = List.copyOf(things);
        }
    }

    /** What the rule does not hold for: "except for the default one". */
    record Exemption(Place place, List<String> lemmas) implements Part {
        public Exemption {
            lemmas = List.copyOf(lemmas);
        }
    }

    /** What the rule is good for; it asks nothing. */
    record Purpose(Place place) implements Part {}

    /** Words that ask for there to be one: "there must be". */
    record Existence(Place place) implements Part {}
}
