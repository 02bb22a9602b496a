package org.rulebatch.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.IHelpSectionRenderer;

/** The jobs and commands of the help, in groups: those of every day first. */
final class CommandGroups implements IHelpSectionRenderer {

    private static final int INDENT = 2;

    /** Each job and command once. */
    static final Map<String, List<String>> GROUPS = groups();

    private static Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        groups.put("Every day", List.of("generateRules", "review", "scan", "testRules", "deployRules"));
        groups.put("Rules of your own", List.of("try", "new-rule", "import", "validate"));
        groups.put("To look things up", List.of("explain", "describe", "schema", "completion"));
        groups.put(
                "Runs",
                List.of(
                        "status",
                        "runs",
                        "restart",
                        "stop",
                        "diff",
                        "abandon",
                        "archiveRun",
                        "purge",
                        "cache",
                        "worker"));
        groups.put("To maintain the program", List.of("buildCatalog", "evaluateRules", "trainRanker"));
        return groups;
    }

    @Override
    public String render(Help help) {
        int longest = help.subcommands().keySet().stream()
                .mapToInt(String::length)
                .max()
                .orElse(0);
        int width = help.commandSpec().usageMessage().width();
        StringBuilder text = new StringBuilder();
        GROUPS.forEach((heading, names) -> {
            text.append(System.lineSeparator()).append(heading).append(':').append(System.lineSeparator());
            TextTable table = TextTable.forColumns(
                    help.colorScheme(),
                    new Column(longest + 2 * INDENT, INDENT, Column.Overflow.SPAN),
                    new Column(width - longest - 2 * INDENT, 0, Column.Overflow.WRAP));
            for (String name : names) {
                Help command = help.subcommands().get(name);
                if (command != null) {
                    String[] said = command.commandSpec().usageMessage().description();
                    table.addRowValues(
                            help.colorScheme().commandText(name),
                            help.colorScheme().text(String.join(" ", said)));
                }
            }
            text.append(table);
        });
        return text.toString();
    }
}
