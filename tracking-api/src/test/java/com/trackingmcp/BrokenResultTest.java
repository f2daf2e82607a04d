package com.trackingmcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.testcarrier.LocalCarrier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BrokenResultTest {
    /** Results are an interface: a module may make one of its own, and badly. */
    private static TrackingResult broken() {
        return (TrackingResult) Proxy.newProxyInstance(
                TrackingResult.class.getClassLoader(),
                new Class<?>[] {TrackingResult.class},
                (result, method, said) -> {
                    throw new IllegalStateException("a defect");
                });
    }

    @Test
    void aResultThatBreaksWhenItIsLookedAtCostsItsOwnNumberOnly() throws Exception {
        LocalCarrier carrier = new LocalCarrier("local") {
            @Override
            public CompletableFuture<List<Outcome<TrackingResult>>> track(
                    List<TrackingNumber> asked, CallContext call) {
                List<Outcome<TrackingResult>> outcomes = new ArrayList<>(answers(asked));
                outcomes.set(0, Outcome.success(broken()));
                return CompletableFuture.completedFuture(outcomes);
            }
        };
        try (TrackingClient client = TrackingClient.builder()
                .config(key -> null)
                .providers(List.of())
                .carrier(carrier.factory())
                .build()) {
            List<Outcome<TrackingResult>> outcomes =
                    client.trackAsync(List.of("PP1", "PP2")).get(20, TimeUnit.SECONDS);
            CarrierException error = outcomes.get(0).failure().orElseThrow();
            assertThat(error.code()).isEqualTo(ErrorCode.UNEXPECTED);
            assertThat(error.details().subject()).contains("PP1");
            assertThat(error).hasMessageContaining("IllegalStateException");
            assertThat(outcomes.get(1).isSuccess()).isTrue();
        }
    }
}
