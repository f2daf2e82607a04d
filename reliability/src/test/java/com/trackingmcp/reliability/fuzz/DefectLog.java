package com.trackingmcp.reliability.fuzz;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Keeps what was last logged as an error. Safe for use by many threads; ends with {@link #close()}. */
final class DefectLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Logger logger = (Logger) LoggerFactory.getLogger("com.trackingmcp");
    private final @Nullable Level before = logger.getLevel();
    private volatile @Nullable Throwable last;

    DefectLog() {
        logger.setLevel(Level.ERROR);
        start();
        logger.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getThrowableProxy() instanceof ThrowableProxy proxy) {
            last = proxy.getThrowable();
        }
    }

    @Nullable
    Throwable last() {
        return last;
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        logger.setLevel(before);
    }
}
