package com.trackingmcp.mcp.internal.auth;

import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.TokenVerifier;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of a file, as it is now: it is looked at when a token comes, once a second at most. A file that cannot be read
 * any more or is wrong is told to the log, and the keys before it stay. Safe for use by many threads.
 */
public final class FileKeys implements TokenVerifier {
    private static final Logger LOG = LoggerFactory.getLogger(FileKeys.class);
    private static final long BETWEEN_LOOKS = TimeUnit.SECONDS.toNanos(1);

    private final Path file;
    private final LongSupplier ticker;
    private final AtomicLong lookedAt;
    private FileStamp stamp;
    private volatile StaticKeys keys;

    /**
     * The keys of a file.
     *
     * @throws IllegalArgumentException where they cannot be read now
     */
    public FileKeys(Path file) {
        this(file, System::nanoTime);
    }

    FileKeys(Path file, LongSupplier ticker) {
        this.file = file;
        this.ticker = ticker;
        this.lookedAt = new AtomicLong(ticker.getAsLong());
        // before it is read: what is written meanwhile is seen the next time
        this.stamp = FileStamp.of(file);
        this.keys = StaticKeys.read(file);
    }

    @Override
    public Optional<Caller> verify(String bearerToken) {
        long last = lookedAt.get();
        long now = ticker.getAsLong();
        if (now - last >= BETWEEN_LOOKS && lookedAt.compareAndSet(last, now)) {
            look();
        }
        return keys.verify(bearerToken);
    }

    private synchronized void look() {
        FileStamp seen = FileStamp.of(file);
        if (seen.equals(stamp)) {
            return;
        }
        stamp = seen;
        try {
            keys = StaticKeys.read(file);
            LOG.info("The keys are read anew");
        } catch (IllegalArgumentException e) {
            LOG.error("The keys stay as they were: {}", e.getMessage());
        }
    }
}
