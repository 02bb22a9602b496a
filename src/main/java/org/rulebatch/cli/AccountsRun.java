package org.rulebatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rulebatch.batch.accounts.AccountsScan;
import org.rulebatch.batch.accounts.ScanFiles;
import org.rulebatch.batch.accounts.ScanResult;
import org.rulebatch.batch.accounts.ScanSummary;
import org.rulebatch.batch.repository.RepositorySettings;
import org.rulebatch.batch.repository.StopSignal;
import org.rulebatch.batch.step.Workplace;
import org.rulebatch.cli.options.AccountsOptions;
import org.rulebatch.cli.options.AccountsSession;
import org.rulebatch.cli.print.AccountsTable;
import org.rulebatch.cli.print.ExitCode;
import org.rulebatch.cli.print.Signals;
import org.rulebatch.engine.Severity;
import org.rulebatch.engine.scan.RuleTexts;
import org.rulebatch.engine.scan.ScanFormat;
import org.rulebatch.files.Printable;
import org.rulebatch.ruleyaml.CheckParameters;
import org.rulebatch.ruleyaml.RuleDocument;
import org.rulebatch.store.OutputFolder;

/**
 * A scan over several accounts: executes it, writes its results and says how it ended.
 *
 * @param rules where the rule files are
 * @param threshold the least severity that counts for the exit code
 * @param countUnknown whether what could not be decided counts as well
 */
record AccountsRun(
        AccountsOptions accounts,
        Path rules,
        ScanFormat format,
        Severity threshold,
        boolean countUnknown,
        PrintWriter out,
        PrintWriter err) {

    int of(AccountsSession session, List<RuleDocument> documents, CheckParameters stated) throws IOException {
        OutputFolder results = accounts.results();
        StopSignal stop = new StopSignal();
        Signals.stop(stop, this::say, () -> stopped(stop));
        try (Workplace place = Workplace.open(results, RepositorySettings.h2In(results), stop)) {
            List<RuleDocument> applied = documents.stream().map(stated::applied).toList();
            AccountsScan scan =
                    new AccountsScan(place, session.clients(), session.checks(applied), Clock.systemUTC(), this::say);
            Optional<ScanResult> ended = scan.run(session.request(documents, stated), accounts.ifUnfinished());
            if (ended.isEmpty()) {
                say(stopped(stop));
                return ExitCode.STOPPED;
            }
            return written(ended.get(), results);
        }
    }

    private int written(ScanResult result, OutputFolder results) throws IOException {
        ScanSummary summary = result.summary();
        RuleTexts texts = RuleTexts.beside(rules);
        new ScanFiles(results).write(result, summary, texts);
        if (format == ScanFormat.TABLE) {
            new AccountsTable(summary).print(result.verdicts(), out);
        } else {
            format.write(result.verdicts(), texts, out);
        }
        say("results     " + results.path() + " (report.html, verdicts.*, summary.json)");
        return code(summary);
    }

    /** That somebody could not look comes first: what a gate does not know is worse than what it knows. */
    private int code(ScanSummary summary) {
        int unreachable = summary.unreachable().size();
        int blank = summary.blank().size();
        if (unreachable > 0) {
            say(unreachable + " of " + summary.accounts().size()
                    + " accounts could not be looked at, so their verdicts are"
                    + " UNKNOWN: " + accounts(summary.unreachable())
                    + "\nCorrect the cause and run the same command with --resume: it looks at these alone.");
        }
        if (blank > 0) {
            say("Nothing is known about " + blank + " of " + summary.accounts().size()
                    + " accounts: not one check could be decided: " + accounts(summary.blank())
                    + "\n'scan --print-iam-policy' prints what the role needs; then scan with --fresh.");
        }
        if (unreachable > 0 || blank > 0) {
            return ExitCode.FAILED;
        }
        boolean failed = counts(summary.failures().keySet())
                || countUnknown && counts(summary.unknowns().keySet());
        return failed ? ExitCode.CRITERIA_NOT_MET : ExitCode.SUCCESS;
    }

    private boolean counts(Set<Severity> severities) {
        return severities.stream().anyMatch(severity -> severity.compareTo(threshold) >= 0);
    }

    private static String accounts(List<ScanSummary.AccountCounts> accounts) {
        int most = 5;
        StringBuilder text = new StringBuilder();
        accounts.stream().limit(most).forEach(account -> text.append("\n  ")
                .append(account.account())
                .append(account.problem().isEmpty() ? "" : ": " + Printable.of(account.problem())));
        return accounts.size() > most ? text + "\n  and " + (accounts.size() - most) + " more" : text.toString();
    }

    private String stopped(StopSignal stop) {
        return "The scan was ended: " + stop.reason() + ". Go on with it by the same command with --resume.";
    }

    private void say(String text) {
        err.println(text);
        err.flush();
    }
}
