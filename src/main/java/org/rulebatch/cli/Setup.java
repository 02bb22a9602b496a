package org.rulebatch.cli;

import java.io.PrintWriter;
import org.rulebatch.batch.RunSettings;
import org.rulebatch.store.Selection;

/** Prints what a run was resolved to, before it begins. */
final class Setup {

    private Setup() {}

    static void print(PrintWriter out, RunSettings settings, String repository) {
        out.println("generateRules");
        line(out, "rules", settings.selection().rules().path() + services(settings.selection()));
        line(out, "generator", settings.options().toString());
        line(out, "batches", settings.batchSize() + " services each, " + settings.maxParallelBatches() + " at once");
        line(out, "output", settings.output().path().toString());
        line(out, "repository", repository);
    }

    private static String services(Selection selection) {
        if (selection.isWhole()) {
            return ", all services";
        }
        return ", " + selection.services().size() + " services named by " + selection.source();
    }

    private static void line(PrintWriter out, String name, String value) {
        out.printf("  %-11s %s%n", name, value);
    }
}
