package org.rulebatch.cli.progress;

import java.io.IOError;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.rulebatch.files.Daemons;
import org.rulebatch.files.Printable;
import org.rulebatch.files.PrintableWriter;

/** A terminal: lines that stay scroll away above a few that are written again. */
final class LiveScreen implements Screen {

    private static final long LOOK_EVERY_MS = 500;

    /** Of a terminal that does not know its size. */
    private static final int ROWS = 24;

    private static final int COLUMNS = 80;

    private final Terminal terminal;
    private final PrintableWriter out;
    private final Display display;
    private final Paint paint;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Daemons.named("progress"));
    private Supplier<List<String>> live = List::of;
    private Size size = new Size(COLUMNS, ROWS);
    private boolean closed;

    private LiveScreen(Terminal terminal, Paint paint) {
        this.terminal = terminal;
        this.out = new PrintableWriter(terminal.writer());
        this.paint = paint;
        this.display = new Display(terminal, false);
        measure();
    }

    /** Opens the terminal that stdout is; empty if it is none, or one that cannot move its cursor. */
    static Optional<Screen> open() {
        if (System.console() == null || System.getProperty("logging.structured.format.console") != null) {
            return Optional.empty();
        }
        try {
            Terminal terminal = TerminalBuilder.builder()
                    .system(true)
                    .systemOutput(TerminalBuilder.SystemOutput.SysOut)
                    .nativeSignals(false)
                    .dumb(true)
                    .build();
            String noColor = Objects.requireNonNullElse(System.getenv("NO_COLOR"), "");
            if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
                terminal.close();
                return Optional.empty();
            }
            return Optional.of(new LiveScreen(terminal, Paint.ofTerminal(noColor)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public synchronized void live(Supplier<List<String>> lines) {
        live = lines;
        timer.scheduleWithFixedDelay(this::refresh, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void line(Line line) {
        List<String> lines = live.get();
        synchronized (this) {
            if (closed) {
                return;
            }
            show(List.of());
            line.print(out, paint);
            out.flush();
            display.reset();
            show(lines);
        }
    }

    /** The lines are made before the screen is held: whoever makes them may be about to write to it. */
    @Override
    public void refresh() {
        List<String> lines = live.get();
        synchronized (this) {
            measure();
            show(lines);
        }
    }

    @Override
    public String only(String text) {
        return "";
    }

    @Override
    public Paint paint() {
        return paint;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        synchronized (this) {
            if (closed) {
                return;
            }
            show(List.of());
            closed = true;
            try {
                terminal.close();
            } catch (IOException | IOError e) {
                // A run does not fail for a terminal that cannot be put back.
            }
        }
    }

    /** The terminal's size, asked of a process, which Ctrl-C ends as well: then the last one stands. */
    private void measure() {
        if (closed) {
            return;
        }
        try {
            size = terminal.getSize();
        } catch (IOError e) {
            // It is asked again soon.
        }
    }

    private void show(List<String> lines) {
        if (closed) {
            return;
        }
        int rows = size.getRows() < 2 ? ROWS : size.getRows();
        int columns = size.getColumns() < 2 ? COLUMNS : size.getColumns();
        display.resize(rows, columns);
        List<AttributedString> cut = lines.stream()
                .skip(Math.max(0, lines.size() - (rows - 1)))
                .map(line -> new AttributedString(Printable.of(line)).columnSubSequence(0, columns - 1))
                .toList();
        AttributedString joined = AttributedString.join(AttributedString.NEWLINE, cut);
        display.update(cut.isEmpty() ? cut : joined.columnSplitLength(columns, true, display.delayLineWrap()), 0);
        terminal.flush();
    }
}
