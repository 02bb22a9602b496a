package org.rulebatch.generate.embedded;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.rulebatch.generate.embedded.Explanation.Decided;
import org.rulebatch.generate.embedded.Explanation.Part;
import org.rulebatch.generate.embedded.Explanation.Scored;
import org.rulebatch.generate.embedded.Explanation.Understood;

/** An explanation as a person reads it in a terminal. */
public final class ExplanationText {

    private static final int PARTS = 6;
    private static final int PARTS_A_LINE = 3;

    private final StringBuilder text = new StringBuilder();

    private ExplanationText() {}

    public static String of(Explanation explanation) {
        ExplanationText page = new ExplanationText();
        page.line("%s", explanation.ruleId());
        explanation.summary().forEach(sentence -> page.line("  %s", sentence));
        page.result(explanation.decision());
        page.line("\nDetails");
        page.understood(explanation.understood(), explanation.clients());
        page.line(
                "\nOptions, best first; a score is the sum of its parts, feature × weight, the biggest of which are shown");
        int place = 1;
        for (Scored option : explanation.options()) {
            page.option(place++, option);
        }
        if (explanation.options().isEmpty()) {
            page.line("  none");
        }
        page.line(
                "\nConfidence of the first option: %.2f", explanation.decision().confidence());
        return page.text.toString();
    }

    private void understood(Understood rule, List<String> clients) {
        row("clients", clients.isEmpty() ? "none" : String.join(", ", clients));
        row("resource", String.join(" ", rule.resource()));
        row("asks", rule.control().equals(List.of(RuleReader.ON)) ? "that it is on" : String.join(" ", rule.control()));
        row("title", String.join(" ", rule.title()));
        row("prose", String.join(" ", rule.prose()));
        row("polarity", rule.negative() ? "not wanted" : "wanted");
        row("stated", rule.stated().entrySet().stream().map(Object::toString).collect(Collectors.joining(", ")));
    }

    private void option(int place, Scored option) {
        String about = option.about().isEmpty() ? "" : " (" + option.about() + ")";
        line("%3d. %6.2f  %-9s  %s%s", place, option.score(), option.source(), option.what(), about);
        List<Part> parts = option.parts();
        for (int from = 0; from < Math.min(parts.size(), PARTS); from += PARTS_A_LINE) {
            List<Part> some = parts.subList(from, Math.min(parts.size(), from + PARTS_A_LINE));
            line("             %s", some.stream().map(ExplanationText::part).collect(Collectors.joining("  ")));
        }
    }

    private static String part(Part part) {
        return String.format(
                Locale.ROOT, "%-14s %+.2f = %.2f × %+.2f", part.feature(), part.points(), part.value(), part.weight());
    }

    private void result(Decided decided) {
        line("\nDecision: %s (%s)", decided.outcome(), decided.sureness());
        line("  %s", decided.reason());
        decided.check().forEach(condition -> line("  check: %s", condition));
        decided.notes().forEach(note -> line("  note: %s", note));
    }

    private void row(String name, String value) {
        if (!value.isEmpty()) {
            line("  %-9s %s", name, value);
        }
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
