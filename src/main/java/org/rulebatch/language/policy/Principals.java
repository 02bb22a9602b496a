package org.rulebatch.language.policy;

import java.util.List;

/**
 * Who a statement is about.
 *
 * @param principals those named by Principal or NotPrincipal; empty where the statement has neither
 * @param allBut whether everyone but them is meant (NotPrincipal)
 */
record Principals(List<Principal> principals, boolean allBut) {

    /** Of an identity's policy: the statement is about whoever has it. */
    static final Principals NONE = new Principals(List.of(), false);

    Principals {
        principals = List.copyOf(principals);
    }

    boolean includesEveryone() {
        return !allBut
                && principals.stream()
                        .anyMatch(each -> each.isAws() && each.id().equals("*"));
    }

    /** Those named; everyone where all but some are meant. */
    List<Principal> asCallers() {
        return allBut ? List.of(new Principal("AWS", "*")) : principals;
    }
}
