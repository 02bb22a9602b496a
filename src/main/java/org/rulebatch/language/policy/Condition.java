package org.rulebatch.language.policy;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One condition of a statement: an operator, a key and its values, of which one must match.
 *
 * @param key in lower case, as keys are compared
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">IAM
 *     JSON policy elements: Condition operators</a>
 */
record Condition(Operator operator, String key, List<String> values) {

    Condition {
        values = List.copyOf(values);
    }

    /**
     * An operator in its parts, all in lower case.
     *
     * @param qualifier {@code forallvalues}, {@code foranyvalue} or empty
     * @param base the operator itself, such as {@code stringlike}
     * @param ifExists whether the condition holds where the key is absent
     */
    record Operator(String qualifier, String base, boolean ifExists) {

        private static final Set<String> EQUAL =
                Set.of("stringequals", "stringequalsignorecase", "stringlike", "arnequals", "arnlike", "ipaddress");
        private static final Set<String> NOT_EQUAL = Set.of(
                "stringnotequals",
                "stringnotequalsignorecase",
                "stringnotlike",
                "arnnotequals",
                "arnnotlike",
                "notipaddress");

        static Operator of(String text) {
            String lower = text.strip().toLowerCase(Locale.ROOT);
            int colon = lower.indexOf(':');
            String base = lower.substring(colon + 1);
            boolean ifExists = base.endsWith("ifexists");
            return new Operator(
                    colon < 0 ? "" : lower.substring(0, colon),
                    ifExists ? base.substring(0, base.length() - "ifexists".length()) : base,
                    ifExists);
        }
    }

    /** Whether it holds only for requests in which the key has one of the values. */
    boolean demands(Statement of) {
        boolean compares =
                Operator.EQUAL.contains(operator.base()) || operator.base().equals("bool");
        // Where the key is absent, ForAllValues and IfExists hold.
        boolean holdsForAbsent = operator.ifExists() || operator.qualifier().equals("forallvalues");
        return compares && (!holdsForAbsent || of.knowsPresent(key));
    }

    /** Whether it holds for all requests but those in which the key has one of the values ({@link #spared()}). */
    boolean spares() {
        if (operator.base().equals("bool")) {
            return operator.ifExists() && operator.qualifier().isEmpty();
        }
        return Operator.NOT_EQUAL.contains(operator.base())
                && !operator.qualifier().equals("foranyvalue");
    }

    /** The values that the key has in the requests for which it does not hold. */
    List<String> spared() {
        if (!operator.base().equals("bool")) {
            return values;
        }
        return values.stream()
                .map(each -> each.equalsIgnoreCase("true") ? "false" : "true")
                .toList();
    }
}
