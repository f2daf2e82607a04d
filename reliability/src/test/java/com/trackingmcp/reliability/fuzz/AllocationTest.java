package com.trackingmcp.reliability.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What allocates too much is found, on whatever thread. */
@Tag("fuzz")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AllocationTest {
    private static final int TOO_MUCH = (int) Allocation.FOR_ANY_INPUT;
    private static final int A_MEGABYTE = 1 << 20;

    /** So many bytes, a megabyte at a time, of which the last is kept. */
    private static Object allocated(long bytes) {
        Object last = "";
        for (long left = bytes; left > 0; left -= A_MEGABYTE) {
            last = new byte[A_MEGABYTE];
        }
        return last;
    }

    @Test
    void a_reader_of_much_for_little_is_found() {
        assertThatThrownBy(() -> Verdict.of(() -> 100, () -> allocated(TOO_MUCH + A_MEGABYTE)))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("It allocated ")
                .hasMessageEndingWith(" bytes for 100");
    }

    @Test
    void a_reader_that_leaves_it_to_another_thread_is_found() throws Exception {
        ExecutorService workers = Executors.newSingleThreadExecutor();
        try {
            Future<?> warm = workers.submit(() -> allocated(TOO_MUCH));
            warm.get();
            assertThatThrownBy(() -> Verdict.of(() -> 100, () -> {
                        try {
                            return workers.submit(() -> allocated(TOO_MUCH + A_MEGABYTE))
                                    .get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    }))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("It allocated ");
        } finally {
            workers.shutdown();
        }
    }

    @Test
    void what_is_allocated_once_is_no_fault() {
        boolean[] loaded = {false};
        assertThat(Verdict.of(() -> 100, () -> {
                    Object read = allocated(loaded[0] ? A_MEGABYTE : TOO_MUCH + A_MEGABYTE);
                    loaded[0] = true;
                    return read;
                }))
                .isEmpty();
    }

    @Test
    void much_for_much_is_no_fault_but_nothing_is_read_past_sixteen_megabytes() {
        assertThat(Verdict.of(() -> 100_000, () -> allocated(Allocation.FOR_EACH_BYTE * 100_000)))
                .isEmpty();
        assertThat(Allocation.most(1L << 40)).isEqualTo(Allocation.most(16L * A_MEGABYTE));
    }

    @Test
    void a_client_that_reads_an_answer_is_measured() {
        Target fedex = Targets.of("fedex");
        Conversation parcel = fedex.conversations().get(0);
        Allocation allocation = Allocation.begin();
        fedex.ask(parcel, 0, parcel.exchanges().get(0).reply(), true);
        assertThat(allocation.bytes())
                .isGreaterThan(parcel.exchanges().get(0).reply().length());
    }
}
