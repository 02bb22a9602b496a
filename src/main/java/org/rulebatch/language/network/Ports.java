package org.rulebatch.language.network;

import org.jspecify.annotations.Nullable;

/** A range of ports, both ends included. */
record Ports(long from, long to) {

    static final long LAST = 65_535;

    static final Ports ALL = new Ports(0, LAST);

    /** Where an end is absent or negative all ports are meant. */
    static Ports of(@Nullable Object from, @Nullable Object to) {
        if (!(from instanceof Number first) || !(to instanceof Number last)) {
            return ALL;
        }
        return first.longValue() < 0 || last.longValue() < 0 ? ALL : new Ports(first.longValue(), last.longValue());
    }

    boolean contains(long port) {
        return from <= port && port <= to;
    }
}
