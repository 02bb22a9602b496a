package org.rulebatch.cli.options;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.generate.override.Overrides;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.knowledge.KnowledgeException;
import org.rulebatch.knowledge.KnowledgeHash;
import org.rulebatch.prove.OwnExamples;
import org.rulebatch.store.InputException;

/**
 * What people know, from the jobs folder: their own files over the knowledge that comes with the program,
 * {@code knowledge/*.yaml}, what they decided about single rules, {@code overrides/<rule_id>.yaml}, and the examples that checks are
 * held against, {@code examples/<rule_id>.yaml}.
 */
public final class OwnKnowledge {

    private final Path jobsDir;
    private final Path folder;
    private final Catalog catalog;
    private final Knowledge knowledge;
    private final Overrides overrides;
    private final OwnExamples examples;
    private @Nullable String hash;

    private OwnKnowledge(
            Path jobsDir, Catalog catalog, Knowledge knowledge, Overrides overrides, OwnExamples examples) {
        this.jobsDir = jobsDir;
        this.folder = folder(jobsDir);
        this.catalog = catalog;
        this.knowledge = knowledge;
        this.overrides = overrides;
        this.examples = examples;
    }

    /** @throws InputException if a file cannot be used, with a line for each finding */
    public static OwnKnowledge in(Path jobsDir, Catalog catalog) {
        try {
            Overrides overrides = Overrides.in(overrides(jobsDir));
            Knowledge knowledge = Knowledge.bundled().with(folder(jobsDir), catalog);
            return new OwnKnowledge(jobsDir, catalog, knowledge, overrides, examples(jobsDir));
        } catch (KnowledgeException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        }
    }

    private static OwnExamples examples(Path jobsDir) {
        try {
            return OwnExamples.in(jobsDir.resolve("examples"));
        } catch (IllegalArgumentException e) {
            throw new InputException("The examples cannot be used:\n" + e.getMessage(), e);
        }
    }

    /** The folder that people's own files stand in. */
    public Path jobsDir() {
        return jobsDir;
    }

    public Knowledge knowledge() {
        return knowledge;
    }

    /** The examples that people gave. */
    OwnExamples examples() {
        return examples;
    }

    /** Where people's decisions stand. */
    public static Path overrides(Path jobsDir) {
        return jobsDir.resolve("overrides");
    }

    public Overrides overrides() {
        return overrides;
    }

    private static Path folder(Path jobsDir) {
        return jobsDir.resolve("knowledge");
    }

    /** What identifies it, as the files were when it was first asked for. */
    public String hash() {
        String known = hash;
        if (known == null) {
            known = KnowledgeHash.of(folder, catalog) + examples.hash();
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
    public void printReplaced(PrintWriter out, String margin) {
        knowledge.replaced().forEach(each -> out.println(margin + each));
    }
}
