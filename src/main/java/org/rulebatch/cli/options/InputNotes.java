package org.rulebatch.cli.options;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.rulebatch.catalog.Nearest;
import org.rulebatch.generate.override.Overrides;
import org.rulebatch.metadata.RuleFolder;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.requirement.Finding;
import org.rulebatch.store.Selection;

/** Says before a run which of the files that people gave have no effect, and how many decisions are about its rules. */
final class InputNotes {

    private static final int MOST = 10;

    private final Selection selection;
    private final OwnKnowledge knowledge;
    private final Set<String> ofRun = new TreeSet<>();
    private final Set<String> others = new TreeSet<>();

    InputNotes(Selection selection, OwnKnowledge knowledge) {
        this.selection = selection;
        this.knowledge = knowledge;
        if (knowledge.overrides().size() > 0) {
            try {
                readIds();
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "the rules in " + selection.rules().path() + " cannot be listed", e);
            }
        }
    }

    /** How many decisions are about the rules of this run; empty where nobody decided anything. */
    Optional<String> decided() {
        Overrides overrides = knowledge.overrides();
        if (overrides.size() == 0) {
            return Optional.empty();
        }
        long here = overrides.ruleIds().stream().filter(ofRun::contains).count();
        long elsewhere = overrides.ruleIds().stream().filter(others::contains).count();
        String more = elsewhere == 0 ? "" : ", " + elsewhere + " about rules of other services";
        return Optional.of(count(here, "rule") + " of this run decided by people" + more);
    }

    void print(PrintWriter out) {
        Path jobs = knowledge.jobsDir();
        if (!Files.isDirectory(jobs)) {
            out.println(
                    "  note        " + jobs.toAbsolutePath() + " is not there: the run goes without people's decisions,"
                            + " own knowledge and defaults. Name the folder with " + JobsOption.NAME + ".");
        }
        print(out, "decision without effect", decisions());
        print(out, "file passed over", passedOver());
    }

    private static void print(PrintWriter out, String what, List<String> lines) {
        if (!lines.isEmpty()) {
            out.println("  note        " + count(lines.size(), what) + ":");
            lines.stream().limit(MOST).forEach(line -> out.println("    " + line));
            if (lines.size() > MOST) {
                out.println("    … and " + (lines.size() - MOST) + " more; the command 'validate' lists them all");
            }
        }
    }

    private List<String> decisions() {
        List<String> lines = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (Finding finding : knowledge.overrides().findings()) {
            told.add(finding.place().replaceFirst(":\\d+$", ""));
            lines.add(finding.place() + ": " + finding.text());
        }
        Path folder = OwnKnowledge.overrides(knowledge.jobsDir());
        for (String id : knowledge.overrides().ruleIds()) {
            String file = folder.resolve(id + ".yaml").toString();
            if (!ofRun.contains(id) && !others.contains(id) && !told.contains(file)) {
                String meant = Nearest.to(id, ofRun)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("");
                lines.add(file + ": there is no rule " + id + " in "
                        + selection.rules().path() + meant);
            }
        }
        return lines;
    }

    private List<String> passedOver() {
        try {
            return selection.rules().passedOver().stream()
                    .map(file -> file + ": rules are read from <service>/metadata/<rule_id>.yaml only")
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the rules in " + selection.rules().path() + " cannot be listed", e);
        }
    }

    /** The ids of the rules, from the files themselves: a file may have another name than its rule. */
    private void readIds() throws IOException {
        RuleFolder rules = selection.rules();
        Map<String, String> seen = new HashMap<>();
        List<String> services = selection.resolved();
        for (String service : rules.services()) {
            Set<String> ids = services.contains(service) ? ofRun : others;
            rules.read(service, seen).rules().stream().map(RuleMetadata::ruleId).forEach(ids::add);
        }
    }

    private static String count(long count, String what) {
        return count == 1 ? "1 " + what : count + " " + plural(what);
    }

    private static String plural(String what) {
        int space = what.indexOf(' ');
        return space < 0 ? what + "s" : what.substring(0, space) + "s" + what.substring(space);
    }
}
