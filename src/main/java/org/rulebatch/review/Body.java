package org.rulebatch.review;

import java.io.IOException;
import java.io.InputStream;

/** The body of a request, within bounds. */
final class Body {

    /** In bytes; what no decision needs. */
    static final int LARGEST = 1 << 20;

    /** What is read of a larger one and thrown away: a client that still sends does not see an answer. */
    private static final int DRAINED = 16 * LARGEST;

    private Body() {}

    /** A body that is longer than {@link #LARGEST}. */
    static final class TooLarge extends Exception {
        private static final long serialVersionUID = 1L;
    }

    static byte[] read(InputStream in) throws IOException, TooLarge {
        byte[] body = in.readNBytes(LARGEST + 1);
        if (body.length <= LARGEST) {
            return body;
        }
        int drained = body.length;
        byte[] rest = new byte[1 << 16];
        for (int n = in.read(rest); n >= 0 && drained < DRAINED; n = in.read(rest)) {
            drained += n;
        }
        throw new TooLarge();
    }
}
