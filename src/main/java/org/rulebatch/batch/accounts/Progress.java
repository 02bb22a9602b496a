package org.rulebatch.batch.accounts;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Says how a scan goes on: at its start, at each tenth of the way, and once of each account that nobody can look at. */
final class Progress {

    private static final int STEPS = 10;

    private final int parts;
    private final Consumer<String> says;
    private final Set<String> unreachable = new LinkedHashSet<>();
    private int done;
    private long calls;

    /** @param done by earlier attempts */
    Progress(int parts, int done, Consumer<String> says) {
        this.parts = parts;
        this.done = done;
        this.says = says;
    }

    void begins(int accounts) {
        String before = done == 0 ? "" : ", " + done + " of them done before";
        says.accept("scan of " + count(accounts, "account") + " in " + count(parts, "part") + before);
    }

    synchronized void done(PartResult result) {
        calls += result.calls();
        step();
    }

    synchronized void unreachable(Part part, String problem) {
        if (unreachable.add(part.account())) {
            says.accept("  " + part.account() + " cannot be looked at: " + problem);
        }
        step();
    }

    /** Of this attempt. */
    synchronized long calls() {
        return calls;
    }

    private void step() {
        int before = done * STEPS / parts;
        done++;
        if (done * STEPS / parts > before) {
            says.accept("  " + done + " of " + parts + " parts");
        }
    }

    private static String count(int number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
