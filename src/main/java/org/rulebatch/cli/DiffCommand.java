package org.rulebatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rulebatch.cli.print.ExitCode;
import org.rulebatch.files.Json;
import org.rulebatch.report.diff.RunDiff;
import org.rulebatch.store.InputException;
import org.rulebatch.store.OutputFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code diff}. */
@Command(
        name = "diff",
        description = "Says which rules two runs decide differently; the exit code is 1 if there are any.")
final class DiffCommand extends BaseCommand {

    private static final String FILE = OutputFolder.ALL_REQUIREMENTS;

    @Parameters(index = "0", paramLabel = "<earlier>", description = "An output folder, its summary, or " + FILE + ".")
    private Path earlier = Path.of("");

    @Parameters(index = "1", paramLabel = "<later>", description = "Another one.")
    private Path later = Path.of("");

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        RunDiff diff = RunDiff.of(file(earlier), file(later));
        PrintWriter out = out();
        if (json) {
            out.println(Json.text(diff));
        } else {
            print(out, diff);
        }
        return diff.isEmpty() ? ExitCode.SUCCESS : ExitCode.CRITERIA_NOT_MET;
    }

    private static void print(PrintWriter out, RunDiff diff) {
        diff.added().forEach(rule -> out.println("added    " + rule));
        diff.lost().forEach(rule -> out.println("lost     " + rule));
        diff.changed().forEach(change -> {
            out.println("changed  " + change.ruleId());
            out.println("    was  " + change.before());
            out.println("    is   " + change.after());
        });
        out.println(diff.added().size() + " added, " + diff.lost().size() + " lost, "
                + diff.changed().size() + " changed");
    }

    private static Path file(Path run) {
        for (Path each : List.of(run, run.resolve(FILE), run.resolve("summary").resolve(FILE))) {
            if (Files.isRegularFile(each)) {
                return each;
            }
        }
        throw new InputException(run + " holds no " + FILE + "; name a run's output folder, or its summary.");
    }
}
