package org.rulebatch.prove;

import java.nio.file.Path;
import java.util.TreeMap;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.engine.RuleFiles;
import org.rulebatch.language.Language;
import org.rulebatch.ruleyaml.Check;
import org.rulebatch.ruleyaml.RuleDocument;

/** Proves every check of a run's output and prints what could not be proven, and what it cost; run by hand. */
final class ProofRun {

    private ProofRun() {}

    public static void main(String[] args) throws Exception {
        Catalog catalog = Catalog.bundled();
        Language language = Language.of(catalog);
        Prover prover = new Prover(catalog, () -> language);
        TreeMap<String, String> open = new TreeMap<>();
        int proven = 0;
        int examples = 0;
        long start = System.nanoTime();
        for (RuleDocument document : RuleFiles.read(Path.of(args[0]))) {
            for (Check check : document.checks()) {
                RuleDocument one = document.only(check);
                long begin = System.nanoTime();
                Proof proof = prover.prove(one);
                long took = (System.nanoTime() - begin) / 1_000_000;
                if (took > 100) {
                    System.out.println("SLOW " + took + " ms " + check.ruleId());
                }
                if (proof instanceof Proof.Proven found) {
                    proven++;
                    examples += found.examples().size();
                    if (args.length > 1 && check.ruleId().matches(args[1])) {
                        found.examples().forEach(each -> System.out.println(check.ruleId() + " " + each));
                    }
                } else {
                    open.put(
                            check.ruleId(),
                            ((Proof.CannotProve) proof).reason() + " | " + check.forEach() + " | " + check.demand());
                }
            }
        }
        open.forEach((rule, why) -> System.out.println("OPEN " + rule + ": " + why));
        System.out.println(proven + " proven, " + open.size() + " open, " + examples + " examples, "
                + (System.nanoTime() - start) / 1_000_000 + " ms");
    }
}
