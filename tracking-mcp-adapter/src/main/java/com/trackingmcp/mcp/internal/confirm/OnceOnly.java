package com.trackingmcp.mcp.internal.confirm;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.mcp.internal.tool.Lazy;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Does a thing once for a key, and answers whoever comes again with what it came to, for a day. What surely did not happen
 * may be tried again; what may have happened may not. Safe for use by many threads.
 */
final class OnceOnly {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int MOST = 10_000;

    private final Lazy<Cache<String, Done>> done;

    /**
     * What a key was used for.
     *
     * @param subject the digest of what was asked
     */
    private record Done(String subject, CompletableFuture<ToolAnswer> answer) {}

    OnceOnly(Clock clock) {
        Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        this.done = new Lazy<>(() -> Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(MOST)
                .ticker(ticker)
                .executor(Runnable::run)
                .build());
    }

    /** Whether there is an answer for that key already, or soon. */
    boolean knows(String key) {
        return done.get().getIfPresent(key) != null;
    }

    /**
     * Does it, or answers as it was answered.
     *
     * @param subject the digest of what is asked: the same key for something else is refused
     */
    ToolAnswer run(String key, String subject, Supplier<ToolAnswer> deed) {
        Done mine = new Done(subject, new CompletableFuture<>());
        Done before = done.get().asMap().putIfAbsent(key, mine);
        if (before != null) {
            return replayed(before, subject);
        }
        try {
            ToolAnswer answer = deed.get();
            mine.answer().complete(answer);
            return answer;
        } catch (RuntimeException | Error e) {
            if (!mayHaveHappened(e)) {
                done.get().asMap().remove(key, mine);
            }
            mine.answer().completeExceptionally(e);
            throw e;
        }
    }

    /** A failure that is nobody's word may have come after the deed. */
    private static boolean mayHaveHappened(Throwable failure) {
        return !(failure instanceof CarrierException known)
                || known.code() == ErrorCode.OUTCOME_UNKNOWN
                || known.code() == ErrorCode.UNEXPECTED
                || known.code() == ErrorCode.CALL_CANCELLED;
    }

    private static ToolAnswer replayed(Done before, String subject) {
        if (!before.subject().equals(subject)) {
            throw ErrorDetails.builder(ErrorCode.MALFORMED_REQUEST)
                    .argument("reason", "this idempotency_key was used for something else; take a new one")
                    .toException();
        }
        try {
            ToolAnswer answer = before.answer().join();
            if (answer.structured() == null) {
                return answer;
            }
            return new ToolAnswer(
                    answer.structured().deepCopy().put(Confirmations.REPLAYED, true),
                    "Done before; nothing was done again.\n" + answer.text(),
                    answer.links(),
                    null);
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
