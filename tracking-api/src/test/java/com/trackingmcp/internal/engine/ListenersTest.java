package com.trackingmcp.internal.engine;

import static com.trackingmcp.support.CallEvents.success;
import static com.trackingmcp.support.TestClock.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.observe.CallEvent;
import com.trackingmcp.observe.CallListener;
import com.trackingmcp.support.CapturedLog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListenersTest {
    private static final CallEvent EVENT = success(START);

    private final CapturedLog log = CapturedLog.open();
    private final List<String> told = new ArrayList<>();

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void eachIsToldInTheOrderGiven() {
        Listeners.of(List.of(event -> told.add("first"), event -> told.add("second")))
                .onCall(EVENT);
        assertThat(told).containsExactly("first", "second");
    }

    @Test
    void nobodyNeedsToBeThere() {
        assertThat(Listeners.of(List.of()).isEmpty()).isTrue();
        assertThat(Listeners.of(List.of(event -> {})).isEmpty()).isFalse();
        Listeners.of(List.of()).onCall(EVENT);
    }

    @Test
    void whatOneThrowsCostsTheOthersNothing() {
        Listeners.of(List.of(failing(new IllegalStateException("a defect")), event -> told.add("second")))
                .onCall(EVENT);
        assertThat(told).containsExactly("second");
        assertThat(log.lines())
                .singleElement()
                .asString()
                .startsWith("WARN com.trackingmcp.observe.CallListener The listener com.trackingmcp.")
                .endsWith(" failed; failures so far: 1 | java.lang.IllegalStateException: a defect");
    }

    @Test
    void aListenerWhoseLibraryIsMissingCostsTheOthersNothing() {
        Listeners.of(List.of(failing(new NoClassDefFoundError("io/example/Registry")), event -> told.add("second")))
                .onCall(EVENT);
        assertThat(told).containsExactly("second");
    }

    @Test
    void aListenerThatAlwaysFailsIsLoggedOnceInAWhile() {
        Listeners listeners = Listeners.of(List.of(failing(new IllegalStateException("a defect"))));
        for (int call = 0; call < 2_999; call++) {
            listeners.onCall(EVENT);
        }
        assertThat(log.lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .endsWith(" | java.lang.IllegalStateException: a defect")
                                .contains(" so far: 1 "),
                        line -> assertThat(line).contains(" so far: 1000 "),
                        line -> assertThat(line).contains(" so far: 2000 "));
    }

    @Test
    void eachFailingListenerIsLogged() {
        Listeners.of(List.of(failing(new IllegalStateException("one")), failing(new AssertionError("other"))))
                .onCall(EVENT);
        assertThat(log.lines()).hasSize(2);
    }

    @Test
    void whatEndsTheVirtualMachineIsPassedOn() {
        Listeners listeners = Listeners.of(List.of(failing(new OutOfMemoryError("test"))));
        assertThatThrownBy(() -> listeners.onCall(EVENT)).isInstanceOf(OutOfMemoryError.class);
    }

    private static CallListener failing(Throwable failure) {
        return event -> ListenersTest.<RuntimeException>raise(failure);
    }

    /** Also what a listener's signature does not allow, as code in other languages may throw it. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void raise(Throwable failure) throws T {
        throw (T) failure;
    }
}
