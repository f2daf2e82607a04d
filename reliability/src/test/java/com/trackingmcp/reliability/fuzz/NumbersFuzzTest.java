package com.trackingmcp.reliability.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.model.CarrierMatch;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.testkit.KarrioNumbers;
import com.trackingmcp.testkit.SandboxNumbers;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("fuzz")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NumbersFuzzTest {
    /** Nobody is asked. */
    private static final HttpClient NOBODY = new InProcessHttp(request -> {
        throw new AssertionError("Asked " + request.uri());
    });

    private static final TrackingClient CLIENT = TrackingClient.builder()
            .config(ConfigSource.of(Map.of(
                    "FEDEX_CLIENT_ID", "test-id",
                    "FEDEX_CLIENT_SECRET", "test-secret",
                    "UPS_CLIENT_ID", "test-id",
                    "UPS_CLIENT_SECRET", "test-secret",
                    "DHL_API_KEY", "test-key")))
            .httpClient(NOBODY)
            .build();

    static Stream<Arguments> seeds() {
        return Stream.of(
                        SandboxNumbers.FEDEX_DELIVERED,
                        SandboxNumbers.FEDEX_ON_HOLD,
                        SandboxNumbers.UPS_DELIVERED,
                        SandboxNumbers.UPS_MAIL_INNOVATIONS_DELIVERED,
                        SandboxNumbers.DHL_EXPRESS_DELIVERED,
                        SandboxNumbers.DHL_ECOMMERCE_DELIVERED,
                        SandboxNumbers.DHL_PARCEL_DE_DELIVERED,
                        KarrioNumbers.CANADA_POST_DELIVERED,
                        "JD014600003828392837",
                        "RB123456785DE",
                        "(420) 38118 9400 1000 0000 0000 0000 00",
                        "9622001900000000000000776632517510",
                        "1z999aa1-0123456784")
                .map(number -> Arguments.of((Object) number.getBytes(StandardCharsets.UTF_8)));
    }

    @MethodSource("seeds")
    @FuzzTest
    void whatever_is_typed_is_a_number_of_somebody_or_refused(byte[] input) {
        String typed = new String(input, StandardCharsets.UTF_8);
        Verdict.of(() -> input.length, () -> {
            List<CarrierMatch> matches = CLIENT.detect(typed);
            // what is understood once is understood again
            assertThat(CLIENT.detect(TrackingNumber.of(typed).value())).isEqualTo(matches);
            return matches;
        });
    }
}
