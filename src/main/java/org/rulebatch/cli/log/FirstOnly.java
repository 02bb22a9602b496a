package org.rulebatch.cli.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lets one event of a log pass: that nobody takes what is sent is said once, however often it is tried. */
public final class FirstOnly extends Filter<ILoggingEvent> {

    private final AtomicBoolean said = new AtomicBoolean();

    @Override
    public FilterReply decide(ILoggingEvent event) {
        return said.compareAndSet(false, true) ? FilterReply.NEUTRAL : FilterReply.DENY;
    }
}
