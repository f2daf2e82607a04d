package com.trackingmcp.fedex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.model.AssociatedNumber;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingReference;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxNumbers;
import com.trackingmcp.testkit.SandboxParcel;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FedEx beyond the contract, against a sandbox whose parcels live. */
class FedexSandboxTest {
    private final CarrierSandbox sandbox = CarrierSandbox.start();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private TrackingClient client(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(sandbox.settings());
        settings.putAll(more);
        return TrackingClient.builder()
                .cache(CachePolicy.off())
                .providers(List.of(new FedexCarrierProvider()))
                .config(ConfigSource.of(settings))
                .clock(sandbox.clock())
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        SandboxNumbers.FEDEX_LABEL_CREATED + ", LABEL_CREATED",
        SandboxNumbers.FEDEX_PICKED_UP + ", PICKED_UP",
        SandboxNumbers.FEDEX_IN_TRANSIT + ", IN_TRANSIT",
        SandboxNumbers.FEDEX_CUSTOMS + ", IN_TRANSIT",
        SandboxNumbers.FEDEX_OUT_FOR_DELIVERY + ", OUT_FOR_DELIVERY",
        SandboxNumbers.FEDEX_NOTE_ON_TOP + ", OUT_FOR_DELIVERY",
        SandboxNumbers.FEDEX_AVAILABLE_FOR_PICKUP + ", AVAILABLE_FOR_PICKUP",
        SandboxNumbers.FEDEX_DELIVERY_ATTEMPTED + ", DELIVERY_ATTEMPTED",
        SandboxNumbers.FEDEX_DELIVERED + ", DELIVERED",
        SandboxNumbers.FEDEX_EXCEPTION + ", EXCEPTION",
        SandboxNumbers.FEDEX_ON_HOLD + ", CUSTOMS",
        SandboxNumbers.FEDEX_RETURNED + ", RETURNED",
        SandboxNumbers.FEDEX_CANCELLED + ", CANCELLED",
        SandboxNumbers.FEDEX_UNKNOWN_CODE + ", UNKNOWN",
        SandboxNumbers.FEDEX_NO_SCANS + ", IN_TRANSIT"
    })
    void each_well_known_parcel_stands_where_it_stands(String number, TrackingStatus status) {
        try (TrackingClient client = client(Map.of())) {
            assertThat(client.track(number).status()).isEqualTo(status);
        }
    }

    @Test
    void a_delivery_is_proven_once_it_happened() {
        SandboxParcel parcel = sandbox.parcel("fedex").pickedUp();
        try (TrackingClient client = client(Map.of())) {
            assertThatThrownBy(() -> client.proofOfDelivery(parcel.number()))
                    .isInstanceOfSatisfying(
                            CarrierException.class,
                            error -> assertThat(error.code()).isEqualTo(ErrorCode.DOCUMENT_NOT_FOUND));

            sandbox.advance(Duration.ofHours(5));
            parcel.delivered();

            assertThat(client.proofOfDelivery(parcel.number()).documents())
                    .singleElement()
                    .satisfies(paper -> assertThat(paper.mediaType()).contains("application/pdf"));
        }
    }

    @Test
    void a_reference_finds_its_parcels() {
        SandboxParcel first = sandbox.parcel("fedex").reference("ORDER-7").pickedUp();
        SandboxParcel second = sandbox.parcel("fedex").reference("ORDER-7");
        try (TrackingClient client = client(Map.of())) {
            assertThat(client.trackByReference(TrackingReference.of("ORDER-7")))
                    .extracting(found -> found.orElseThrow().number().value())
                    .containsExactlyInAnyOrder(first.number(), second.number());
            assertThat(client.trackByReference(TrackingReference.of("ORDER-8"))).isEmpty();
        }
    }

    @Test
    void the_pieces_of_a_shipment_are_listed_where_wanted() {
        List<SandboxParcel> pieces = sandbox.shipment("fedex", 3);
        List<String> others =
                pieces.subList(1, 3).stream().map(SandboxParcel::number).toList();

        try (TrackingClient client = client(Map.of("FEDEX_ASSOCIATED_SHIPMENTS", "on"))) {
            assertThat(client.track(pieces.get(0).number()).associatedNumbers())
                    .extracting(AssociatedNumber::number)
                    .containsExactlyElementsOf(others);
        }
        assertThat(sandbox.callsWithoutTokens("fedex")).hasSize(2);
    }

    @Test
    void a_thousand_parcels_take_no_more_calls_than_they_must() {
        List<String> numbers = sandbox.parcels("fedex", 1_000).stream()
                .map(SandboxParcel::number)
                .toList();
        try (TrackingClient client = client(Map.of())) {
            assertThat(client.track(numbers)).hasSize(1_000).allMatch(Outcome::isSuccess);
        }
        assertThat(sandbox.callsWithoutTokens("fedex")).hasSize(34);
    }
}
