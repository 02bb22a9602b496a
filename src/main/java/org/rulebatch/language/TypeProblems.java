package org.rulebatch.language;

import static java.util.stream.Collectors.joining;

import dev.cel.common.CelIssue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in words what the type checker does not accept. */
final class TypeProblems {

    private static final Pattern OVERLOAD = Pattern.compile(
            "found no matching overload for '(.+?)' applied to '(.*?)\\((.*)\\)'(?: \\(candidates.*)?$");
    private static final Pattern RESULT = Pattern.compile("expected type '(.*)' but found '(.*)'");
    private static final Pattern RANGE = Pattern.compile("expression of type '(.*)' cannot be (?:the )?range.*");
    private static final Set<String> NUMBERS = Set.of("int", "double");

    private final Problems problems;
    private final FunctionBindings functions;

    TypeProblems(Problems problems, FunctionBindings functions) {
        this.problems = problems;
        this.functions = functions;
    }

    void say(CelIssue issue) {
        int offset = problems.offset(
                issue.getSourceLocation().getLine(), issue.getSourceLocation().getColumn());
        String message = issue.getMessage();
        Matcher overload = OVERLOAD.matcher(message);
        Matcher result = RESULT.matcher(message);
        Matcher range = RANGE.matcher(message);
        if (overload.matches()) {
            overload(offset, overload.group(1), overload.group(2), TypeNames.split(overload.group(3)));
        } else if (result.matches()) {
            problems.at(
                    offset,
                    "This is " + TypeNames.plain(result.group(2)) + ", where " + TypeNames.plain(result.group(1))
                            + " is needed.",
                    result.group(1).equals("bool") ? "Compare it with something." : "");
        } else if (range.matches()) {
            problems.at(
                    offset,
                    "exists, all, filter and map go through a list or a map, and this is "
                            + TypeNames.plain(range.group(1)) + ".",
                    "");
        } else {
            problems.at(offset, message.endsWith(".") ? message : message + ".", "");
        }
    }

    private void overload(int offset, String function, String target, List<String> types) {
        List<String> operands = new ArrayList<>();
        if (!target.isEmpty()) {
            operands.add(target.replaceFirst("\\.$", ""));
        }
        operands.addAll(types);
        String operator = Operators.WRITTEN.get(function);
        if (operator != null) {
            problems.at(
                    offset,
                    "'" + operator + "' cannot be used with " + TypeNames.plain(operands) + ".",
                    hint(function, operands));
        } else {
            String name = FunctionBindings.writtenName(function);
            List<LanguageFunction> ours = functions.named(function);
            ours.stream().findFirst().ifPresent(each -> operands.subList(
                            operands.size() - Math.min(each.implied().size(), operands.size()), operands.size())
                    .clear());
            String shown = TypeNames.plain(operands);
            String usage = ours.stream().map(LanguageFunction::usage).collect(joining(" or "));
            problems.call(
                    offset,
                    "'" + name + "' cannot be used with " + (shown.isEmpty() ? "nothing" : shown) + ".",
                    usage.isEmpty() ? "" : "It is written " + usage + ".");
        }
    }

    private static String hint(String function, List<String> types) {
        List<String> operands = types.stream()
                .map(type -> type.replace("google.protobuf.Timestamp", "timestamp"))
                .toList();
        if (function.equals(Operators.NOT) || function.equals(Operators.AND) || function.equals(Operators.OR)) {
            return "It joins what is true or false: compare the value with something.";
        }
        if (function.equals(Operators.IN) && operands.equals(List.of("string", "string"))) {
            return "To look into a text, write text.contains(\"…\").";
        }
        boolean text = operands.contains("string");
        boolean number = operands.stream().anyMatch(NUMBERS::contains);
        if (text && number) {
            return "If the text holds a number, write int(…) around it, after asking with has(); or compare with text:"
                    + " \"7\".";
        }
        if (text && operands.indexOf("bool") == 0) {
            return "It is true or false by itself: write it alone, or ! before it.";
        }
        if (text && operands.contains("bool")) {
            return "If the text holds a flag, compare with text: \"true\".";
        }
        if (Operators.MEASURING.contains(function) && operands.equals(List.of("string", "string"))) {
            return "Text has no order: \"10\" would come before \"9\". If it holds numbers, write int(…) around both.";
        }
        if (operands.size() == 2 && NUMBERS.containsAll(operands)) {
            return "Write the number as the other side has it: 7 beside a whole number, 7.0 beside one with a"
                    + " fraction.";
        }
        if (text && operands.contains("timestamp")) {
            return "Write timestamp(\"2026-01-31T00:00:00Z\").";
        }
        if (operands.contains("timestamp") && number) {
            return "For days since a time, write age(…).";
        }
        return "";
    }
}
