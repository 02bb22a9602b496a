package org.rulebatch.generate.llm.chat;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.rulebatch.metadata.RuleMetadata;

/** The words of a rule, to find the members and reads that have to do with it. */
final class RuleWords {

    /** From so many letters on, words that begin alike are taken for the same. */
    private static final int PREFIX = 5;

    private static final Pattern BETWEEN = Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])");
    private static final Set<String> SILENT = Set.of(
            "aws",
            "the",
            "and",
            "for",
            "with",
            "are",
            "get",
            "list",
            "describe",
            "enabled",
            "enable",
            "ensure",
            "should",
            "must",
            "not",
            "all",
            "each",
            "has",
            "have",
            "that",
            "this",
            "your",
            "from",
            "use",
            "used",
            "using",
            "check",
            "checks",
            "configured",
            "resource",
            "resources",
            "arn",
            "name",
            "type");

    private final Set<String> words = new TreeSet<>();
    private final Set<String> subject = new TreeSet<>();

    private RuleWords() {}

    static RuleWords of(RuleMetadata rule) {
        RuleWords words = new RuleWords();
        words.add(words.subject, rule.service() + " " + rule.resource());
        words.add(words.words, rule.ruleId().replaceFirst("^aws\\.", ""));
        words.add(words.words, rule.title());
        words.add(words.words, rule.requirement());
        words.add(words.words, rule.description());
        return words;
    }

    private void add(Set<String> into, String text) {
        for (String word : BETWEEN.split(text)) {
            String plain = plain(word);
            if (plain.length() > 2 && !SILENT.contains(plain)) {
                into.add(plain);
            }
        }
    }

    /** How many words of a name, {@code KeyRotationEnabled} or {@code get_key_rotation_status}, the rule has. */
    int shared(String name) {
        int shared = 0;
        for (String word : BETWEEN.split(name)) {
            String plain = plain(word);
            if (words.contains(plain) || plain.length() >= PREFIX && beginsLikeOne(plain)) {
                shared++;
            }
        }
        return shared;
    }

    /** Whether a member's name has a word of the rule that does not only name the resource, which most members do. */
    boolean tells(String name) {
        for (String word : BETWEEN.split(name)) {
            String plain = plain(word);
            if (!subject.contains(plain)
                    && (words.contains(plain) || plain.length() >= PREFIX && beginsLikeOne(plain))) {
                return true;
            }
        }
        return false;
    }

    private boolean beginsLikeOne(String word) {
        return words.stream()
                .filter(each -> !subject.contains(each))
                .anyMatch(each -> each.length() >= PREFIX && each.regionMatches(0, word, 0, PREFIX));
    }

    private static String plain(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.length() > 3 && lower.endsWith("s") && !lower.endsWith("ss")
                ? lower.substring(0, lower.length() - 1)
                : lower;
    }
}
