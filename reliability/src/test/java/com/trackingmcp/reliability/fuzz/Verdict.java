package com.trackingmcp.reliability.fuzz;

import com.trackingmcp.FoundLocations;
import com.trackingmcp.Rates;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.model.ModelJson;
import com.trackingmcp.model.Outcome;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Whether what came out is an answer or an error of the library's own, and no defect. Stateless. */
final class Verdict {
    /** How long any input may keep anybody, on a busy machine. */
    private static final long LONGEST_NANOS = 10_000_000_000L;

    private static final int LONGEST_MESSAGE = 64 * 1024;

    /** What only a defect is called, or a wait in which there is nothing to wait for. */
    private static final Set<ErrorCode> DEFECTS = Set.of(
            ErrorCode.UNEXPECTED, ErrorCode.DEADLINE_EXCEEDED, ErrorCode.CLIENT_CLOSED, ErrorCode.CALL_CANCELLED);

    private Verdict() {}

    /** Something that may fail in the library's own words; the same each time it is run. */
    interface Attempt {
        @Nullable
        Object run();
    }

    /**
     * Tries; and once more what allocated too much, which may have been classes that are loaded but once.
     *
     * @param given how many bytes there were to read; asked after each try
     * @return the error it ended with
     * @throws AssertionError where it is a defect, took too long or allocated too much
     */
    static Optional<ErrorCode> of(LongSupplier given, Attempt attempt) {
        Allocation first = Allocation.begin();
        Optional<ErrorCode> ended = ended(attempt);
        if (first.bytes() > Allocation.most(given.getAsLong())) {
            Allocation second = Allocation.begin();
            ended(attempt);
            long allocated = second.bytes();
            if (allocated > Allocation.most(given.getAsLong())) {
                throw new AssertionError("It allocated " + allocated + " bytes for " + given.getAsLong());
            }
        }
        return ended;
    }

    private static Optional<ErrorCode> ended(Attempt attempt) {
        long start = System.nanoTime();
        Optional<ErrorCode> ended = Optional.empty();
        try {
            look(attempt.run());
        } catch (CarrierException e) {
            look(e);
            ended = Optional.of(e.code());
        }
        if (System.nanoTime() - start > LONGEST_NANOS) {
            throw new AssertionError("It took " + (System.nanoTime() - start) / 1_000_000 + " ms");
        }
        return ended;
    }

    /** An answer must be one that can be shown and kept, all of it. */
    private static void look(@Nullable Object answer) {
        if (answer instanceof Collection<?> many) {
            many.forEach(Verdict::look);
        } else if (answer instanceof Optional<?> maybe) {
            maybe.ifPresent(Verdict::look);
        } else if (answer instanceof Outcome<?> outcome) {
            look(outcome.isSuccess() ? outcome.value() : outcome.failure());
        } else if (answer instanceof CarrierException error) {
            look(error);
        } else if (answer instanceof Rates rates) {
            look(rates.rates());
            look(rates.failures().values());
        } else if (answer instanceof FoundLocations found) {
            look(found.points());
            look(found.failures().values());
        } else if (answer != null) {
            if (answer.getClass().getPackage() == ModelJson.class.getPackage()) {
                ModelJson.write(answer);
            }
            if (answer.toString().isEmpty()) {
                throw new AssertionError("Nothing to show");
            }
        }
    }

    private static void look(CarrierException error) {
        if (DEFECTS.contains(error.code())) {
            throw new AssertionError("A defect: " + error.getMessage(), error);
        }
        if (error.toString().length() > LONGEST_MESSAGE) {
            throw new AssertionError("A message of " + error.toString().length() + " characters");
        }
    }
}
