package org.rulebatch.generate.embedded;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.reading.Clause;
import org.rulebatch.reading.Form;
import org.rulebatch.reading.RuleReading;
import org.rulebatch.reading.Source;

/**
 * What stands before what a title asks and is no word of it: a ticket's key, "Check that", "our own", and the verb of "Delete … that are not …",
 * which asks that there are none such. Blanks take its place, so that all else keeps its place.
 *
 * @param rule with blanks
 * @param removes whether the rule asks that none of what its title describes is there
 */
record Preamble(RuleMetadata rule, boolean removes) {

    private static final Pattern KEY = Pattern.compile("^\\s*(?:[\\[(][A-Z][A-Za-z]*[-_. ]?\\d+(?:[.-]\\d+)*[\\])]"
            + "|(?!SHA|AES|RSA|TLS|UTF|IPV|MD)[A-Z]{2,10}-\\d{1,6}(?![A-Za-z0-9-]))\\s*(?:[:.–-]\\s)?");

    private static final Pattern OPENER =
            Pattern.compile("(?i)^\\s*(?:please\\s+)?(?:check|verify|confirm|make sure|see to it) that\\s");

    private static final Pattern OWN = Pattern.compile(
            "(?i)^\\s*(?:(?:all|each|every|any) of )?(?:our|your|the)?\\s*own\\s(?!.*\\s(?:on|for|in|of|at)\\s)");

    private static final Pattern REMOVAL = Pattern.compile(
            "(?i)^\\s*(?:delete|remove|release|terminate|deregister|deallocate|clean up|dispose of|get rid of)"
                    + "\\s(?=\\S.*\\s(?:that|which|who|whose|without)\\s)");

    static Preamble of(RuleMetadata rule) {
        String title = blank(OWN, blank(OPENER, blank(KEY, rule.title())));
        String bare = blank(REMOVAL, title);
        RuleMetadata plain = bare.equals(rule.title())
                ? rule
                : new RuleMetadata(
                        rule.ruleId(),
                        rule.service(),
                        rule.resource(),
                        rule.requirement(),
                        bare,
                        rule.description(),
                        rule.rationale(),
                        rule.remediation(),
                        rule.severity());
        return new Preamble(plain, !bare.equals(title));
    }

    /** The reading of the rule with blanks; what is to be removed violates. */
    RuleReading read(RuleReading bare) {
        return removes
                ? new RuleReading(
                        bare.norm(),
                        bare.clauses().stream().map(Preamble::violating).toList(),
                        bare.silent(),
                        bare.contradictions())
                : bare;
    }

    private static Clause violating(Clause clause) {
        return clause.place().source() != Source.TITLE || clause.form() == Form.FINDING
                ? clause
                : new Clause(clause.place(), Form.FINDING, !clause.wanted(), clause.parts(), clause.words());
    }

    private static String blank(Pattern pattern, String title) {
        Matcher found = pattern.matcher(title);
        return found.find() && found.end() < title.length()
                ? " ".repeat(found.end()) + title.substring(found.end())
                : title;
    }
}
