package org.rulebatch.meaning;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A vector a word stem: stems of like meaning point the same way. The vectors are those that the sentence model
 * all-MiniLM-L6-v2 (Apache 2.0) gives to single words, reduced to their {@value #SIZE} main directions by
 * {@code scripts/word-vectors}. They are whole numbers, so that every machine computes the same. Immutable.
 */
public final class WordVectors {

    /** Directions of a vector. */
    private static final int SIZE = 96;

    private static final String RESOURCE = "/meaning/word-vectors.gz";

    private final Map<String, Vector> vectors;

    /** The directions of a vector and the square of its length. */
    private record Vector(byte[] directions, int square) {
        static Vector of(byte[] directions) {
            int square = 0;
            for (byte each : directions) {
                square += each * each;
            }
            return new Vector(directions, square);
        }
    }

    private WordVectors(Map<String, Vector> vectors) {
        this.vectors = vectors;
    }

    /**
     * The ones that come with the program.
     *
     * @param stems cuts a word into stems; a word of several stems is left out, and of words with one stem the first counts
     */
    public static WordVectors bundled(Function<String, List<String>> stems) {
        try (InputStream file = WordVectors.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the program");
            }
            try (DataInputStream in = new DataInputStream(new GZIPInputStream(file, 1 << 16))) {
                int count = in.readInt();
                Map<String, Vector> vectors = new HashMap<>(count * 2);
                for (int i = 0; i < count; i++) {
                    String word = in.readUTF();
                    Vector vector = Vector.of(in.readNBytes(SIZE));
                    List<String> cut = stems.apply(word);
                    if (cut.size() == 1) {
                        vectors.putIfAbsent(cut.get(0), vector);
                    }
                }
                return new WordVectors(vectors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cosine of two stems' vectors, from 0 (nothing in common, or not known) to 1 (the same). */
    public double closeness(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        return closeness(vectors.get(one), vectors.get(other));
    }

    /** Looks up stems once that others are compared with again and again. */
    public Selection of(List<String> stems) {
        return new Selection(stems);
    }

    /** Some stems with their vectors. */
    public final class Selection {

        private final List<String> stems;
        private final @Nullable Vector[] selected;

        private Selection(List<String> stems) {
            this.stems = List.copyOf(stems);
            this.selected = this.stems.stream().map(vectors::get).toArray(Vector[]::new);
        }

        /** How close a stem is to each of them, in their order, as {@link #closeness(String, String)}. */
        public double[] closeness(String stem) {
            Vector vector = vectors.get(stem);
            double[] closeness = new double[selected.length];
            for (int i = 0; i < closeness.length; i++) {
                closeness[i] = stems.get(i).equals(stem) ? 1 : WordVectors.closeness(vector, selected[i]);
            }
            return closeness;
        }
    }

    private static double closeness(@Nullable Vector left, @Nullable Vector right) {
        if (left == null || right == null) {
            return 0;
        }
        int product = product(left.directions, right.directions);
        return product <= 0 ? 0 : product / Math.sqrt((double) left.square * right.square);
    }

    /** Four directions a step: the compiler that a short run has does not unroll loops. */
    private static int product(byte[] left, byte[] right) {
        int product = 0;
        for (int i = 0; i < SIZE; i += 4) {
            product += left[i] * right[i]
                    + left[i + 1] * right[i + 1]
                    + left[i + 2] * right[i + 2]
                    + left[i + 3] * right[i + 3];
        }
        return product;
    }
}
