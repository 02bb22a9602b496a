package org.rulebatch.cli.log;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import org.rulebatch.files.Printable;

/** The failure of a log line, {@code %printableEx}, without what could steer a terminal. */
public final class PrintableFailure extends ThrowableProxyConverter {

    @Override
    protected String throwableProxyToString(IThrowableProxy failure) {
        return Printable.lines(super.throwableProxyToString(failure).replace(System.lineSeparator(), "\n"));
    }
}
