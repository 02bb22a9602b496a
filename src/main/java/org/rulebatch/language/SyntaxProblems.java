package org.rulebatch.language;

import dev.cel.common.CelIssue;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in words what the parser does not understand. */
final class SyntaxProblems {

    private static final Pattern UNEXPECTED = Pattern.compile(
            "(?:mismatched input|extraneous input|token recognition error at:|no viable alternative at input|missing"
                    + " [^ ]+ at) '(.*?)'(?: expecting.*)?$",
            Pattern.DOTALL);

    private static final Map<String, String> SLIPS = Map.of(
            "=", "Write == to compare.",
            "and", "Write &&.",
            "AND", "Write &&.",
            "or", "Write ||.",
            "OR", "Write ||.",
            "not", "Write ! before what must not hold.",
            "NOT", "Write ! before what must not hold.",
            "&", "Write &&.",
            "|", "Write ||.");

    private final Problems problems;

    SyntaxProblems(Problems problems) {
        this.problems = problems;
    }

    void say(CelIssue issue) {
        String message = issue.getMessage();
        int offset = problems.offset(
                issue.getSourceLocation().getLine(), issue.getSourceLocation().getColumn());
        Matcher unexpected = UNEXPECTED.matcher(message);
        if (unexpected.find()) {
            unexpected(unexpected.group(1).strip(), offset);
        } else if (message.contains("invalid argument to has()")) {
            problems.at(offset, "has() asks whether a member is there.", "Write has(item.Name).");
        } else if (message.contains("must be a simple name")) {
            problems.at(
                    offset, "The first argument is a name for the elements.", "Write list.exists(x, x.Name == \"…\").");
        } else if (message.contains("recursion limit")) {
            problems.at(offset, "Parts stand more than " + Bounds.DEPTH + " deep within each other.", "");
        } else if (message.startsWith("reserved identifier: ")) {
            String word = message.substring("reserved identifier: ".length());
            problems.at(offset, "'" + word + "' is a reserved word.", "Choose another name.");
        } else {
            problems.at(offset, "The expression cannot be read: " + message + ".", "");
        }
    }

    private void unexpected(String token, int offset) {
        if (token.equals("<EOF>")) {
            problems.at(offset, "The expression ends too early.", "");
            return;
        }
        if (token.startsWith("'") || token.startsWith("\"")) {
            problems.at(offset, "The text that begins here has no closing quote.", "");
            return;
        }
        String word = problems.word(offset, token);
        String before = problems.wordBefore(offset);
        if (SLIPS.containsKey(before) && !SLIPS.containsKey(word)) {
            problems.at(offset, "'" + word + "' cannot stand after '" + before + "'.", SLIPS.get(before));
            return;
        }
        problems.at(offset, "'" + word + "' cannot stand here.", SLIPS.getOrDefault(word, ""));
    }
}
