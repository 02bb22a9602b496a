package org.rulebatch.reading;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a description into sentences. */
final class Sentences {

    /** In characters; what is longer is no sentence, and is cut at a blank. */
    private static final int LONGEST = 1_000;

    private Sentences() {}

    /** Where each sentence stands, without the blanks around it. */
    static List<Place> of(Source source, String text) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(text);
        List<Place> sentences = new ArrayList<>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            int first = from;
            int last = to;
            while (first < last && Character.isWhitespace(text.charAt(first))) {
                first++;
            }
            while (last > first && Character.isWhitespace(text.charAt(last - 1))) {
                last--;
            }
            while (last - first > LONGEST) {
                int blank = text.lastIndexOf(' ', first + LONGEST);
                int cut = blank > first ? blank : first + LONGEST;
                sentences.add(new Place(source, first, cut));
                first = cut;
            }
            if (first < last) {
                sentences.add(new Place(source, first, last));
            }
        }
        return sentences;
    }
}
