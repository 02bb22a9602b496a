package org.rulebatch.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.rulebatch.ruleyaml.Check;
import org.rulebatch.ruleyaml.RuleDocument;

/**
 * Divides rule files into what is decided once for an account and what is decided in each region: a check of the account
 * needs what all its regions hold, and a service that is the same everywhere is asked once.
 */
public final class Reach {

    private final Geography geography;
    private final String region;

    /** @param region any of those that are looked at */
    public Reach(Geography geography, String region) {
        this.geography = geography;
        this.region = region;
    }

    /** The files with the checks that are decided once for an account; those without such a check are left out. */
    public List<RuleDocument> ofAccount(List<RuleDocument> documents) {
        return documents.stream()
                .flatMap(document -> with(document, isOfAccount(document)).stream())
                .toList();
    }

    /** The files with the checks that are decided in each region; those without such a check are left out. */
    public List<RuleDocument> ofRegion(List<RuleDocument> documents) {
        return documents.stream()
                .flatMap(document -> with(document, isOfAccount(document).negate()).stream())
                .toList();
    }

    private Predicate<Check> isOfAccount(RuleDocument document) {
        Reads reads = new Reads(document, geography);
        return check -> check.forEach().equals(Check.ACCOUNT) || reads.areGlobal(check, region);
    }

    private static Optional<RuleDocument> with(RuleDocument document, Predicate<Check> wanted) {
        List<Check> checks = document.checks().stream().filter(wanted).toList();
        return checks.isEmpty()
                ? Optional.empty()
                : Optional.of(new RuleDocument(document.service(), document.discoveries(), checks));
    }
}
