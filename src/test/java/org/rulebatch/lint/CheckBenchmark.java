package org.rulebatch.lint;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.engine.RuleFiles;
import org.rulebatch.language.Language;
import org.rulebatch.ruleyaml.Check;
import org.rulebatch.ruleyaml.RuleDocument;

/** Measures what compiling all checks of a folder of rule files takes, in CPU time of one thread; run by scripts/bench-language. */
final class CheckBenchmark {

    private CheckBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        List<RuleDocument> documents = RuleFiles.read(Path.of(arguments[0]));
        Catalog catalog = Catalog.bundled();
        for (int round = 1; round <= 3; round++) {
            Language language = Language.of(catalog);
            long started = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            int checks = 0;
            for (RuleDocument document : documents) {
                CheckCompiler compiler = new CheckCompiler(document, () -> language);
                for (Check check : document.checks()) {
                    compiler.compile(check);
                    checks++;
                }
            }
            long taken = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - started;
            System.out.printf("round %d: %d checks compiled in %d ms%n", round, checks, taken / 1_000_000);
        }
    }
}
