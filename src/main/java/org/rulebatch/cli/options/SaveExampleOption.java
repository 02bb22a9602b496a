package org.rulebatch.cli.options;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Nearest;
import org.rulebatch.engine.ReadClient;
import org.rulebatch.engine.RunResult;
import org.rulebatch.engine.ServiceRun;
import org.rulebatch.engine.Verdict;
import org.rulebatch.language.Language;
import org.rulebatch.prove.ExampleFile;
import org.rulebatch.prove.RealExamples;
import org.rulebatch.prove.Recording;
import org.rulebatch.ruleyaml.RuleDocument;
import org.rulebatch.store.InputException;
import org.springframework.util.function.SingletonSupplier;
import picocli.CommandLine.Option;

/** Keeps what a scan read of one resource as an example of the rule. */
public final class SaveExampleOption {

    private static final String NAME = "--save-example";

    @Option(
            names = NAME,
            paramLabel = "<rule_id>/<resource>",
            description =
                    "Save what was read of a resource as an example of the rule, examples/<rule_id>.yaml in the folder"
                            + " of the jobs, with made ids, names, account numbers and addresses. Of a check of the"
                            + " account, the rule id alone.")
    private @Nullable String asked;

    private @Nullable Recording recording;

    /** Whether an example is to be saved. */
    public boolean isAsked() {
        return asked != null;
    }

    /** The client to scan with. */
    public ReadClient recorded(ReadClient client) {
        if (asked == null) {
            return client;
        }
        recording = new Recording(client);
        return recording;
    }

    /**
     * Saves the example, if one was asked for, and says so.
     *
     * @param folder of the examples
     * @throws InputException if there is no such rule or resource, or no example can be made of it
     */
    public void save(List<RuleDocument> documents, RunResult result, Instant start, Path folder, PrintWriter out)
            throws IOException {
        if (asked == null || recording == null) {
            return;
        }
        Verdict verdict = verdict(asked, result);
        RuleDocument document = documents.stream()
                .filter(each -> each.checks().stream()
                        .anyMatch(check -> check.ruleId().equals(verdict.check().ruleId())))
                .findFirst()
                .orElseThrow();
        Catalog catalog = Catalog.bundled();
        RealExamples examples = new RealExamples(
                catalog, SingletonSupplier.of(() -> Language.of(catalog)), recording, result.account());
        try {
            RealExamples.Saved saved = examples.of(document, verdict, start);
            ExampleFile file = new ExampleFile(folder, verdict.check().ruleId());
            file.add(saved);
            out.println(said(verdict, saved, file.path()));
        } catch (IllegalArgumentException e) {
            throw new InputException(NAME + "=" + asked + ": no example was saved: " + e.getMessage(), e);
        }
    }

    private static Verdict verdict(String asked, RunResult result) {
        int slash = asked.indexOf('/');
        String rule = slash < 0 ? asked : asked.substring(0, slash);
        String resource = slash < 0 ? "" : asked.substring(slash + 1);
        List<Verdict> all = result.verdicts()
                .filter(verdict -> verdict.check().ruleId().equals(rule))
                .toList();
        if (all.isEmpty()) {
            List<String> rules = result.services().stream()
                    .map(ServiceRun::document)
                    .flatMap(document -> document.checks().stream())
                    .map(check -> check.ruleId())
                    .toList();
            throw new InputException(
                    NAME + ": no check of '" + rule + "' was scanned" + Nearest.suggestion(rule, rules, ""));
        }
        return all.stream()
                .filter(verdict -> verdict.resource().equals(resource))
                .findFirst()
                .or(() -> all.stream()
                        .filter(verdict -> verdict.resource().endsWith("/" + resource)
                                || verdict.resource().endsWith(":" + resource))
                        .findFirst())
                .orElseThrow(() -> none(rule, resource, all));
    }

    private static InputException none(String rule, String resource, List<Verdict> all) {
        List<String> names = all.stream()
                .map(verdict -> verdict.resource().substring(verdict.resource().lastIndexOf('/') + 1))
                .filter(name -> !name.isEmpty())
                .toList();
        String there = names.isEmpty()
                ? "; it found no resource"
                : Nearest.suggestion(resource, names, "; there is " + names.get(0));
        return new InputException(NAME + ": the check of " + rule + " gave no verdict on '" + resource + "'" + there);
    }

    private static String said(Verdict verdict, RealExamples.Saved saved, Path file) {
        String made = saved.made().entrySet().stream()
                .map(each -> each.getValue() + " × " + each.getKey())
                .collect(Collectors.joining(", "));
        return "Saved an example that says " + verdict.status() + " to " + file + ". Replaced: "
                + (made.isEmpty() ? "nothing" : made) + "."
                + (saved.namesKept() ? " The check depends on names, so names of resources are your own." : "")
                + " Tags, descriptions, dates, policies and other text stand there as they were read: look through the"
                + " file before you commit it.";
    }
}
