package org.rulebatch.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.knowledge.KnowledgeException;
import org.rulebatch.knowledge.KnowledgeHash;
import org.rulebatch.store.InputException;

/** The knowledge that comes with the program, with people's own files, {@code knowledge/*.yaml} of the jobs folder, over it. */
final class OwnKnowledge {

    private final Path folder;
    private final Catalog catalog;
    private final Knowledge knowledge;
    private @Nullable String hash;

    private OwnKnowledge(Path folder, Catalog catalog, Knowledge knowledge) {
        this.folder = folder;
        this.catalog = catalog;
        this.knowledge = knowledge;
    }

    /** @throws InputException if a file cannot be used, with a line for each finding */
    static OwnKnowledge in(Path jobsDir, Catalog catalog) {
        Path folder = jobsDir.resolve("knowledge");
        try {
            return new OwnKnowledge(folder, catalog, Knowledge.bundled().with(folder, catalog));
        } catch (KnowledgeException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        }
    }

    Knowledge knowledge() {
        return knowledge;
    }

    /** What identifies it, as the files were when it was first asked for. */
    String hash() {
        String known = hash;
        if (known == null) {
            known = KnowledgeHash.of(folder, catalog);
            hash = known;
        }
        return known;
    }

    /** What it consists of, for the setup of a run. */
    String text() {
        if (!Files.isDirectory(folder)) {
            return "bundled";
        }
        int replaced = knowledge.replaced().size();
        return "bundled, under the files of " + folder + (replaced == 0 ? "" : ", which replace " + replaced + ":");
    }

    /** Prints a line for each thing that people's own files say otherwise. */
    void printReplaced(PrintWriter out, String margin) {
        knowledge.replaced().forEach(each -> out.println(margin + each));
    }
}
