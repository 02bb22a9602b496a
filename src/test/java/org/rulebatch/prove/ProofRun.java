package org.rulebatch.prove;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.engine.RuleFiles;
import org.rulebatch.language.Language;
import org.rulebatch.ruleyaml.Check;
import org.rulebatch.ruleyaml.Demand;
import org.rulebatch.ruleyaml.Discovery;
import org.rulebatch.ruleyaml.RuleDocument;

/** Proves every check of a run's output and prints what could not be proven, and what it cost; run by hand. */
final class ProofRun {

    private ProofRun() {}

    /** The check with the discoveries that it needs. */
    static RuleDocument one(RuleDocument document, Check check) {
        Set<String> needed = new HashSet<>(Set.of(check.forEach()));
        if (check.demand() instanceof Demand.Expressions asked) {
            needed.addAll(asked.with().values());
        }
        List<Discovery> discoveries = new ArrayList<>(document.discoveries());
        Collections.reverse(discoveries);
        discoveries.removeIf(each -> {
            String parent = each.forEach();
            boolean keep = needed.contains(each.id());
            if (keep && parent != null) {
                needed.add(parent);
            }
            return !keep;
        });
        Collections.reverse(discoveries);
        return new RuleDocument(document.service(), discoveries, List.of(check));
    }

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
                RuleDocument one = one(document, check);
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
                    open.put(check.ruleId(), ((Proof.CannotProve) proof).reason() + " | " + check.forEach() + " | "
                            + check.demand());
                }
            }
        }
        open.forEach((rule, why) -> System.out.println("OPEN " + rule + ": " + why));
        System.out.println(proven + " proven, " + open.size() + " open, " + examples + " examples, "
                + (System.nanoTime() - start) / 1_000_000 + " ms");
    }
}
