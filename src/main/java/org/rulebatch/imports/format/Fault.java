package org.rulebatch.imports.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns a sentence that names a fault into one that says what is required: "Volume without encryption" into "Volume must have
 * encryption". A rule that asked for the fault would pass exactly what is wrong, so what is not surely understood is not turned.
 */
final class Fault {

    private record Form(Pattern pattern, Function<MatchResult, String> required) {}

    private static final String ADJECTIVES = "expired|exposed|shared|open|outdated|inactive|unused|public"
            + "|publicly (?:accessible|readable|writable|exposed|shared)|accessible from the internet|stale|overly permissive"
            + "|deprecated|end of life";

    private static final List<Form> FORMS = List.of(
            form(
                    "(?:missing|lack of|no) (.+?) (?:on|for|in|of|at) ([^0-9]+)(?<!days)",
                    m -> m.group(2) + " must have " + all(m.group(1))),
            form(
                    "(.+?) (?:(?:that|which) )?(?:(?:is|are) )?(?:without(?: an?| any)?|with no|has no|have no|lacks?|lacking|missing"
                            + "|(?:does|do) not have(?: an?| any)?) (.+)",
                    m -> m.group(1) + " must have " + all(m.group(2))),
            form(
                    "(.+?) whose (.+?) (?:is|are) not (.+)",
                    m -> m.group(2) + " of " + m.group(1) + " must be " + all(m.group(3))),
            form(
                    "(.+?) whose (.+?) (?:is|are) (.+)",
                    m -> m.group(2) + " of " + m.group(1) + " must not be " + m.group(3)),
            form("(.+?) (?:(?:that|which) )?(?:does|do) not (.+)", m -> m.group(1) + " must " + all(m.group(2))),
            form(
                    "(.+?) (?:(?:that|which) )?(?:(?:is|are) )?not (?:being )?(.+)",
                    m -> m.group(1) + " must be " + all(m.group(2))),
            form(
                    "(.+?) (?:retained|kept|stored) (?:for )?(?:fewer|less|shorter) than (.+)",
                    m -> m.group(1) + " must be kept for at least " + m.group(2)),
            form(
                    "(.+?) (?:with|having) (.+?) (?:disabled|deactivated|turned off|switched off)",
                    m -> m.group(1) + " must have " + m.group(2) + " enabled"),
            form(
                    "un(encrypted|tagged|attached|protected|versioned|patched|supported|monitored|logged) (.+)",
                    m -> m.group(2) + " must be " + m.group(1)),
            form(
                    "(.+?) (?:(?:that|which) )?(?:is|are) un(encrypted|tagged|attached|protected|versioned|patched|monitored)(.*)",
                    m -> m.group(1) + " must be " + m.group(2) + m.group(3)),
            form(
                    "(.+?) (?:(?:is|are) )?(?:disabled|deactivated|turned off|switched off)( (?:for|in|on|at) .+)?",
                    m -> m.group(1) + " must be enabled" + (m.group(2) == null ? "" : m.group(2))),
            form(
                    "(publicly accessible|public|expired|outdated|exposed|stale|deprecated) (.+)",
                    m -> m.group(2) + " must not be " + m.group(1).toLowerCase(Locale.ROOT)),
            form(
                    "(.+?) (?:(?:that|which) )?(?:(?:is|are) )?(" + ADJECTIVES + ")( (?:for|to|from|by) .+)?",
                    m -> m.group(1) + " must not be " + m.group(2) + (m.group(3) == null ? "" : m.group(3))),
            form(
                    "(.+?) (?:(?:that|which) )?(?:(?:is|are) )?((?:older|larger|longer|more|fewer|less|greater|shorter|lower|higher) than .+)",
                    m -> m.group(1) + " must not be " + m.group(2)),
            form(
                    "(.+?) (?:(?:that|which) )?(allow|open|permit|use|grant|accept|expose|contain|share)(?:s|ing)? (.+)",
                    m -> m.group(1) + " must not " + m.group(2) + " " + m.group(3)),
            form("(.+?) (?:that |which )?(?:us|expos|shar)ing (.+)", m -> m.group(1) + " must not use " + m.group(2)),
            form(
                    "(.+?) (?:(?:that|which) )?(?:has|have|having|with) (.+)",
                    m -> m.group(1) + " must not have " + m.group(2)),
            form("(.+?) (?:(?:that|which) )?(?:is|are) (.+)", m -> m.group(1) + " must not be " + m.group(2)));

    private static final Pattern REQUIRED =
            Pattern.compile("(?i)\\b(must|should|shall|ensures?|requires?|needs? to|ha(?:s|ve) to)\\b");
    private static final Pattern SEARCH = Pattern.compile(
            "(?i)^(?:finds?|identif(?:y|ies)|reports?(?: on)?|detects?|lists?|checks? for|looks? for|marks?|notif(?:y|ies) (?:on|about)|filters?)"
                    + " (?:all |any |for )?");
    private static final Pattern SEVERAL = Pattern.compile("(?i)\\b(and|or|but|nor)\\b");
    private static final Pattern NEGATIONS =
            Pattern.compile("(?i)\\b(not|no|without|never|un[a-z]+ed|disabled|lack|lacking|missing)\\b");

    /** "Service not configured" says nothing of what. */
    private static final Pattern NAMELESS =
            Pattern.compile("(?i)^(?:service|resource|setting|configuration) (?:is )?(?:not|disabled|missing)\\b");

    private Fault() {}

    /** What must be so instead; the sentence as it is where it already says that; empty where it cannot be turned. */
    static Optional<String> required(String sentence) {
        String text = sentence.strip().replaceAll("\\s+", " ").replaceFirst("[.!]+$", "");
        if (text.isEmpty() || text.contains(". ")) {
            return Optional.empty();
        }
        if (REQUIRED.matcher(text).find()) {
            return Optional.of(text);
        }
        String fault =
                SEARCH.matcher(text.replace("n't ", " not ")).replaceFirst("").replaceFirst("(?i)^(?:all|any) ", "");
        long negations = NEGATIONS.matcher(fault).results().count();
        if (negations > 1 || NAMELESS.matcher(fault).find()) {
            return Optional.empty();
        }
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(fault);
            if (matcher.matches()) {
                String required = form.required().apply(matcher.toMatchResult());
                return isClear(fault, negations == 1) ? Optional.of(capital(required)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Whether the sentence says that something is required, and not what is wrong. */
    static boolean saysRequired(String sentence) {
        return REQUIRED.matcher(sentence).find();
    }

    /** The opposite of "A and B" is neither clear to people nor to a reader; that of "A or B" is. */
    private static boolean isClear(String fault, boolean isNegated) {
        return SEVERAL.matcher(fault)
                .results()
                .allMatch(word -> word.group().equalsIgnoreCase("or") && (isNegated || !fault.contains(" whose ")));
    }

    /** "Without A or B" lacks one of them: both are required. */
    private static String all(String things) {
        return things.replaceAll("(?i)\\bor\\b", "and");
    }

    private static Form form(String pattern, Function<MatchResult, String> required) {
        return new Form(Pattern.compile("(?i)" + pattern), required);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
