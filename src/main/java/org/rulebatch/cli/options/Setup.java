package org.rulebatch.cli.options;

import java.io.PrintWriter;
import org.rulebatch.batch.RunInput;
import org.rulebatch.batch.RunSettings;
import org.rulebatch.store.Selection;

/** Prints what a run was resolved to, before it begins. */
public final class Setup {

    private Setup() {}

    public static void print(
            PrintWriter out,
            RunInput input,
            RunSettings settings,
            OwnKnowledge knowledge,
            OutputOptions output,
            String generator) {
        out.println("generateRules");
        line(out, "rules", input.selection().rules().path() + services(input.selection()));
        line(out, "generator", generator + ", catalog " + input.options().get("catalog"));
        ModelIdentity.of(input.options()).ifPresent(model -> line(out, "model", model.toString()));
        line(out, "knowledge", knowledge.text());
        knowledge.printReplaced(out, "    ");
        InputNotes notes = new InputNotes(input.selection(), knowledge);
        notes.decided().ifPresent(decided -> line(out, "overrides", decided));
        String workers = settings.isRemote() ? "for remote workers" : settings.maxParallelBatches() + " at once";
        line(out, "batches", input.batchSize() + " services each, " + workers);
        line(out, "output", output.output().path().toString());
        line(out, "repository", output.repositoryText());
        notes.print(out);
    }

    private static String services(Selection selection) {
        if (selection.isWhole()) {
            return ", all services";
        }
        return ", " + selection.services().size() + " services named by " + selection.source();
    }

    public static void line(PrintWriter out, String name, String value) {
        out.printf("  %-11s %s%n", name, value);
    }
}
