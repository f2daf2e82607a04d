package com.trackingmcp.ups;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.TrackingNumberNotFoundException;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxNumbers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The situations of the sandbox, with nothing but settings between it and the client. */
class UpsSandboxTest {
    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final TrackingClient client = TrackingClient.builder()
            .cache(CachePolicy.off())
            .providers(List.of(new UpsCarrierProvider()))
            .config(sandbox.config())
            .clock(sandbox.clock())
            .build();

    @AfterEach
    void close() {
        client.close();
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({
        SandboxNumbers.UPS_LABEL_CREATED + ",label_created",
        SandboxNumbers.UPS_PICKED_UP + ",picked_up",
        SandboxNumbers.UPS_IN_TRANSIT + ",in_transit",
        SandboxNumbers.UPS_CUSTOMS + ",customs",
        SandboxNumbers.UPS_OUT_FOR_DELIVERY + ",out_for_delivery",
        SandboxNumbers.UPS_AVAILABLE_FOR_PICKUP + ",available_for_pickup",
        SandboxNumbers.UPS_DELIVERY_ATTEMPTED + ",delivery_attempted",
        SandboxNumbers.UPS_DELIVERED + ",delivered",
        SandboxNumbers.UPS_EXCEPTION + ",exception",
        SandboxNumbers.UPS_ON_HOLD + ",on_hold",
        SandboxNumbers.UPS_RETURNED + ",returned",
        SandboxNumbers.UPS_CANCELLED + ",cancelled",
        SandboxNumbers.UPS_UNKNOWN_CODE + ",unknown",
        SandboxNumbers.UPS_NOTE_ON_TOP + ",out_for_delivery",
        SandboxNumbers.UPS_LAGGING_STATUS + ",out_for_delivery",
        SandboxNumbers.UPS_SINGLE_OBJECTS + ",delivered",
        SandboxNumbers.UPS_MAIL_INNOVATIONS_DELIVERED + ",delivered",
        SandboxNumbers.UPS_MAIL_INNOVATIONS_IN_TRANSIT + ",in_transit"
    })
    void everySituationHasItsStatus(String number, String status) {
        assertThat(client.track(number).status().word()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {SandboxNumbers.UPS_NOT_FOUND, SandboxNumbers.UPS_NOT_FOUND_404})
    void unknownNumbersAreNotFoundInBothForms(String number) {
        assertThat(client.track(List.of(number)).get(0).failure().orElseThrow())
                .isInstanceOf(TrackingNumberNotFoundException.class);
    }

    @Test
    void severalPackagesAreOneParcelAndItsSiblings() {
        TrackingResult parcel = client.track(SandboxNumbers.UPS_SEVERAL_PACKAGES);
        assertThat(parcel.alternatives()).isEmpty();
        assertThat(parcel.associatedNumbers()).isNotEmpty();
        assertThat(parcel.pieceCount()).hasValue(parcel.associatedNumbers().size() + 1);
    }

    @Test
    void deliveryIsProvenByLetterAndSignature() {
        assertThat(client.proofOfDelivery(TrackingNumber.of(SandboxNumbers.UPS_DELIVERED))
                        .documents())
                .extracting(Document::kind)
                .contains("proof_of_delivery");
    }
}
