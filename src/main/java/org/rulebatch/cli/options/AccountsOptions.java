package org.rulebatch.cli.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rulebatch.batch.IfUnfinished;
import org.rulebatch.files.IoReason;
import org.rulebatch.files.Printable;
import org.rulebatch.store.InputException;
import org.rulebatch.store.OutputFolder;
import picocli.CommandLine.Option;

/** Which accounts a scan looks at, and where its results are. */
public final class AccountsOptions {

    private static final String ORGANIZATION = "organization";
    private static final String RESULTS = "scan_results";

    @Option(
            names = "--accounts",
            paramLabel = "<id,id|file|organization>",
            description =
                    "Scan these accounts: ids, a file with one a line, or the active accounts of the organization."
                            + " Needs --role-name.")
    private @Nullable String accounts;

    @Option(
            names = "--role-name",
            paramLabel = "<name>",
            description = "The role to assume in each of the accounts, with its path if it has one; the account of the"
                    + " credentials themselves is read with these.")
    private @Nullable String roleName;

    @Option(
            names = "--external-id",
            paramLabel = "<text>",
            description = "What the trust policy of the role asks for, if it does.")
    private @Nullable String externalId;

    @Option(
            names = "--parts-at-once",
            paramLabel = "<n>",
            defaultValue = "4",
            description = "How many parts, an account's region each, are scanned at a time; they share"
                    + " --aws.calls-at-once (default: ${DEFAULT-VALUE}).")
    private int partsAtOnce = 4;

    @Option(
            names = "--results-dir",
            paramLabel = "<folder>",
            defaultValue = RESULTS,
            description =
                    "Where a scan of accounts keeps its state and writes its results (default: ${DEFAULT-VALUE}).")
    private Path resultsDir = Path.of(RESULTS);

    @Option(
            names = "--resume",
            description = "Go on with a scan of accounts that has not come to its end, or start one if there is none.")
    private boolean resume;

    @Option(names = "--fresh", description = "Start a scan of accounts over, whatever became of the last one.")
    private boolean fresh;

    /** Whether several accounts are to be scanned. */
    public boolean isGiven() {
        return accounts != null;
    }

    /** @throws InputException if options of a scan over accounts are given without it, or contradict each other */
    public void check() {
        if (accounts == null && (roleName != null || externalId != null || resume || fresh)) {
            throw new InputException(
                    "--role-name, --external-id, --resume and --fresh are about a scan of several accounts;"
                            + " name these with --accounts.");
        }
        if (accounts != null && roleName == null) {
            throw new InputException("--accounts: say by --role-name=<name> which role to assume in each account.");
        }
        if (roleName != null && !roleName.matches("[\\w+=,.@/-]+")) {
            throw new InputException("--role-name: '" + Printable.of(roleName)
                    + "' is not the name of a role; write one such as audit, not its ARN.");
        }
        if (accounts != null) {
            ids(List::of);
        }
        if (resume && fresh) {
            throw new InputException("--resume goes on with a scan and --fresh starts over; give one of them.");
        }
        if (partsAtOnce < 1) {
            throw new InputException("--parts-at-once must be at least 1, not " + partsAtOnce + ".");
        }
    }

    /**
     * The ids, sorted, each once.
     *
     * @param organization gives those of the organization
     */
    public List<String> ids(Supplier<List<String>> organization) {
        String given = accounts == null ? "" : accounts;
        if (given.equals(ORGANIZATION)) {
            return organization.get();
        }
        List<String> words = given.matches("[\\d,\\s]+") ? List.of(given.split(",")) : lines(Path.of(given));
        List<String> ids = words.stream()
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .distinct()
                .sorted()
                .toList();
        ids.stream().filter(id -> !id.matches("\\d{12}")).findFirst().ifPresent(id -> {
            throw new InputException(
                    "--accounts: '" + Printable.of(id) + "' is not the id of an account, which is twelve" + " digits.");
        });
        if (ids.isEmpty()) {
            throw new InputException("--accounts names no account.");
        }
        return ids;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> line.replaceFirst("#.*", ""))
                    .toList();
        } catch (IOException e) {
            throw new InputException(
                    "--accounts: the file " + file + " cannot be read (" + IoReason.words(e)
                            + "). Name a file with one account a line, write ids such as 111122223333,444455556666, or"
                            + " organization.",
                    e);
        }
    }

    /** What makes this scan another one than one of other accounts. */
    List<String> identity() {
        List<String> ids = ORGANIZATION.equals(accounts) ? List.of(ORGANIZATION) : ids(List::of);
        return List.of(String.join(",", ids), String.valueOf(roleName), String.valueOf(externalId));
    }

    /** @param partition {@code aws}, or that of another part of AWS */
    String roleArn(String partition, String account) {
        return "arn:" + partition + ":iam::" + account + ":role/" + roleName;
    }

    @Nullable
    String externalId() {
        return externalId;
    }

    public int partsAtOnce() {
        return partsAtOnce;
    }

    public OutputFolder results() {
        return new OutputFolder(resultsDir);
    }

    public IfUnfinished ifUnfinished() {
        return resume ? IfUnfinished.RESTART : fresh ? IfUnfinished.START_OVER : IfUnfinished.REFUSE;
    }
}
