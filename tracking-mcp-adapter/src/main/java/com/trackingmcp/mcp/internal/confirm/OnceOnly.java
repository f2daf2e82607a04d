package com.trackingmcp.mcp.internal.confirm;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.mcp.internal.tool.MissingArgumentsException;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does a thing once for each of its keys, and answers whoever comes again with what it came to, for a day. What surely did
 * not happen may be tried again; what may have happened may not. What is under way is never forgotten, and goes on when
 * nobody waits for it any more: it is done on a thread of its own, so that a call that is cancelled ends at once and what
 * was paid for is not lost. Safe for use by many threads.
 */
final class OnceOnly {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int MOST = 10_000;

    private final Clock clock;
    /** The oldest first. Guarded by this. */
    private final Map<String, Done> done = new LinkedHashMap<>();

    /**
     * What a key was used for.
     *
     * @param subject the digest of what was asked
     */
    private record Done(String subject, CompletableFuture<ToolAnswer> answer, Instant since) {}

    OnceOnly(Clock clock) {
        this.clock = clock;
    }

    /**
     * What was answered under one of these keys, or will be soon: waits for it.
     *
     * @param subject the digest of what is asked: the same key for something else is refused
     * @return empty where nothing was done under any of them, or what was begun surely did not happen
     */
    Optional<ToolAnswer> before(Collection<String> keys, String subject) {
        for (String key : keys) {
            Done before = find(key);
            if (before != null) {
                return Optional.of(replayed(key, before, subject));
            }
        }
        return Optional.empty();
    }

    private synchronized @Nullable Done find(String key) {
        Done found = done.get(key);
        return found != null && isOver(found) ? null : found;
    }

    private boolean isOver(Done entry) {
        return entry.answer().isDone()
                && !clock.instant().isBefore(entry.since().plus(KEPT));
    }

    /**
     * Does it under all of these keys, or answers as it was answered under one of them.
     *
     * @param subject the digest of what is asked: the same key for something else is refused
     */
    ToolAnswer run(Collection<String> keys, String subject, Supplier<ToolAnswer> deed) {
        Done mine = new Done(subject, new CompletableFuture<>(), clock.instant());
        List<String> taken = new ArrayList<>();
        try {
            // in one order for all, so that no two wait for each other
            for (String key : new TreeSet<>(keys)) {
                Done before = take(key, mine);
                if (before != null) {
                    return finished(mine, replayed(key, before, subject));
                }
                taken.add(key);
            }
            if (Thread.currentThread().isInterrupted()) {
                throw givenUp(ErrorCode.CALL_CANCELLED);
            }
            begin(taken, mine, deed);
        } catch (RuntimeException | Error e) {
            failed(taken, mine, e);
            throw e;
        }
        return awaited(mine.answer(), ErrorCode.OUTCOME_UNKNOWN);
    }

    private void begin(Collection<String> taken, Done mine, Supplier<ToolAnswer> deed) {
        Thread thread = new Thread(
                () -> {
                    try {
                        finished(mine, deed.get());
                    } catch (RuntimeException | Error e) {
                        failed(taken, mine, e);
                    }
                },
                "tracking-mcp-deed");
        thread.setDaemon(true);
        thread.start();
    }

    private void failed(Collection<String> taken, Done mine, Throwable failure) {
        if (!mayHaveHappened(failure)) {
            release(taken, mine);
        }
        mine.answer().completeExceptionally(failure);
    }

    private static ToolAnswer finished(Done mine, ToolAnswer answer) {
        mine.answer().complete(answer);
        return answer;
    }

    /** What the key was taken for before; null where it was free, and is mine now. */
    private synchronized @Nullable Done take(String key, Done mine) {
        Done before = find(key);
        if (before == null) {
            // a key that is taken again is as young as its new deed
            done.remove(key);
            done.put(key, mine);
            forgetTheOldest();
        }
        return before;
    }

    private void forgetTheOldest() {
        Iterator<Done> oldest = done.values().iterator();
        int tooMany = done.size() - MOST;
        while (oldest.hasNext()) {
            Done entry = oldest.next();
            if (!isOver(entry) && tooMany <= 0) {
                return;
            }
            if (entry.answer().isDone()) {
                oldest.remove();
                tooMany--;
            }
        }
    }

    private synchronized void release(Collection<String> keys, Done mine) {
        keys.forEach(key -> done.remove(key, mine));
    }

    /** A failure that is nobody's word may have come after the deed. What a client calls withdrawn was never sent. */
    private static boolean mayHaveHappened(Throwable failure) {
        if (failure instanceof MissingArgumentsException) {
            return false;
        }
        return !(failure instanceof CarrierException known)
                || known.code() == ErrorCode.OUTCOME_UNKNOWN
                || known.code() == ErrorCode.UNEXPECTED;
    }

    private static ToolAnswer replayed(String key, Done before, String subject) {
        if (!before.subject().equals(subject)) {
            throw ErrorDetails.builder(ErrorCode.MALFORMED_REQUEST)
                    .argument("reason", Keys.conflict(key))
                    .toException();
        }
        ToolAnswer answer = awaited(before.answer(), ErrorCode.CALL_CANCELLED);
        if (answer.structured() == null
                || answer.structured().path(Confirmations.REPLAYED).asBoolean()) {
            return answer;
        }
        return new ToolAnswer(
                answer.structured().deepCopy().put(Confirmations.REPLAYED, true),
                "Done before; nothing was done again.\n" + answer.text(),
                answer.links(),
                null);
    }

    private static ToolAnswer awaited(CompletableFuture<ToolAnswer> answer, ErrorCode givenUp) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw givenUp(givenUp);
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            if (cause instanceof RuntimeException failure) {
                throw failure;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(cause);
        }
    }

    private static CarrierException givenUp(ErrorCode code) {
        return ErrorDetails.builder(code).argument("carrier", "the carrier").toException();
    }
}
