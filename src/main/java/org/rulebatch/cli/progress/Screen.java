package org.rulebatch.cli.progress;

import java.util.List;
import java.util.function.Supplier;

/** Where progress is shown. */
interface Screen extends AutoCloseable {

    /** Says what stands in the live part, now and at every later look. */
    void live(Supplier<List<String>> lines);

    /** Adds a line that stays. */
    void line(Line line);

    /** Shows the live part as it is now. */
    void refresh();

    /** The text where there is no live part to show it; empty where there is one. */
    String only(String text);

    Paint paint();

    @Override
    void close();
}
