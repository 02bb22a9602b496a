package org.rulebatch.cli.progress;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.rulebatch.batch.step.Progress;
import org.rulebatch.generate.llm.cost.ModelUsage;
import org.rulebatch.report.Counts;

/** Tells people how a run goes on: lines that stay, and on a terminal a live part below them. Safe for many threads. */
public final class Console implements Progress, AutoCloseable {

    private final Screen screen;
    private final Clock clock;
    private final boolean quiet;
    private int read;
    private final Tally tally = new Tally();
    private Instant begun;
    private Supplier<Optional<ModelUsage>> usage = Optional::empty;

    private Console(Screen screen, Clock clock, boolean quiet) {
        this.screen = screen;
        this.clock = clock;
        this.quiet = quiet;
        this.begun = clock.instant();
    }

    /**
     * Opens the terminal, if there is one.
     *
     * @param out where lines go if there is none
     * @param quiet whether only what {@link #say} receives is printed
     */
    public static Console open(PrintWriter out, Clock clock, boolean quiet) {
        Screen screen = quiet ? new PlainScreen(out) : LiveScreen.open().orElseGet(() -> new PlainScreen(out));
        return on(screen, clock, quiet);
    }

    static Console on(Screen screen, Clock clock, boolean quiet) {
        Console console = new Console(screen, clock, quiet);
        screen.live(console::live);
        return console;
    }

    /** Says something that is not about the progress; it is said to quiet users too. */
    public synchronized void say(String text) {
        screen.line(Line.of(text));
    }

    public Paint paint() {
        return screen.paint();
    }

    @Override
    public synchronized void reads(int services) {
        read = services;
    }

    @Override
    public synchronized void says(String line) {
        line(Line.of(line));
    }

    @Override
    public synchronized void begins(int batches, int services, int rules, Supplier<Optional<ModelUsage>> modelUsage) {
        read = 0;
        begun = clock.instant();
        usage = modelUsage;
        tally.begins(batches, services, rules);
        screen.refresh();
    }

    @Override
    public synchronized void batchStarted(int batch, List<String> services) {
        tally.started(batch, services);
        screen.refresh();
    }

    @Override
    public synchronized void serviceDone(String service, Counts counts) {
        tally.done(service, counts);
        screen.refresh();
    }

    @Override
    public synchronized void batchDone(int batch) {
        Tally.OpenBatch open = tally.ended(batch);
        String services = String.join(", ", open.services());
        line(Line.good(name(batch), " done: ", services + screen.only(total())));
    }

    @Override
    public synchronized void batchFailed(int batch, String error) {
        tally.ended(batch);
        line(Line.bad(name(batch), " failed: ", error));
    }

    @Override
    public synchronized void batchTested(int batch, String result) {
        line(Line.of(name(batch) + " tested: " + result));
    }

    @Override
    public void waitsForWorkers(int batches) {
        say("No worker is at work on the " + batches + " batches that are left. Start some, on this or other machines,"
                + " by the command 'worker' with the same --repository.url");
    }

    /** Takes the live part away; what is said later is not shown. Closing again does nothing. */
    @Override
    public synchronized void close() {
        screen.close();
    }

    private void line(Line line) {
        if (!quiet) {
            screen.line(line);
        }
    }

    private synchronized List<String> live() {
        List<String> lines =
                new ArrayList<>(tally.openBatches().stream().map(this::line).toList());
        if (read > 0) {
            lines.add("reading the rules: " + read + (read == 1 ? " service" : " services") + " so far");
        }
        if (tally.batches() > 0) {
            lines.add("total" + total().replaceFirst("^ \\| ", " "));
        }
        return lines;
    }

    private String line(Tally.OpenBatch open) {
        List<String> waiting = open.services().stream()
                .filter(service -> !open.done().contains(service))
                .toList();
        return name(open.batch()) + " " + open.done().size() + "/"
                + open.services().size() + " services" + (waiting.isEmpty() ? "" : ", now " + waiting.get(0));
    }

    private String total() {
        return " | " + tally.total()
                + usage.get().map(used -> ", " + UsageLine.text(used)).orElse("")
                + tally.eta(Duration.between(begun, clock.instant()));
    }

    private String name(int batch) {
        return "batch " + batch + (tally.batches() == 0 ? "" : "/" + tally.batches());
    }
}
