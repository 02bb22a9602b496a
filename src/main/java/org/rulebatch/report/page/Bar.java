package org.rulebatch.report.page;

import org.rulebatch.report.entry.Decided;

/** Draws horizontal bars as SVG, with shapes only: no style of its own, so that the page's one style holds. */
final class Bar {

    private static final int WIDTH = 1000;

    private Bar() {}

    /**
     * A bar of parts side by side, one a kind of decision.
     *
     * @param parts in the order of {@link Decided}
     * @param scale what the whole width stands for
     */
    static void stacked(Html html, long[] parts, long scale) {
        html.raw(open());
        double x = 0;
        for (Decided kind : Decided.values()) {
            double width = scale == 0 ? 0 : (double) WIDTH * parts[kind.ordinal()] / scale;
            if (width > 0) {
                rectangle(html, x, width, kind.word());
                x += width;
            }
        }
        html.raw("</svg>");
    }

    static void plain(Html html, double part, double scale) {
        html.raw(open());
        rectangle(html, 0, scale == 0 ? 0 : WIDTH * part / scale, "time");
        html.raw("</svg>");
    }

    private static String open() {
        return "<svg class=\"bar\" viewBox=\"0 0 " + WIDTH + " 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">";
    }

    private static void rectangle(Html html, double x, double width, String kind) {
        html.raw("<rect class=\"" + kind + "\" x=\"" + rounded(x) + "\" width=\"" + rounded(width)
                + "\" y=\"0\" height=\"10\"/>");
    }

    private static String rounded(double number) {
        double tenth = Math.round(number * 10) / 10.0;
        return tenth == Math.rint(tenth) ? Long.toString((long) tenth) : Double.toString(tenth);
    }
}
