package com.trackingmcp.dhl;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.TrackingReference;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxNumbers;
import com.trackingmcp.testkit.SandboxParcel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All of DHL's systems behind one connection. */
class DhlSandboxTest {
    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private TrackingClient client;

    @BeforeEach
    void connects() {
        client = TrackingClient.builder()
                .cache(CachePolicy.off())
                .providers(List.of(new DhlCarrierProvider()))
                .config(sandbox.config())
                .clock(sandbox.clock())
                .retries(0, Duration.ZERO)
                .build();
    }

    @AfterEach
    void ends() {
        client.close();
        sandbox.close();
    }

    @Test
    void eachDivisionsParcelIsAskedForWhereItBelongs() {
        List<Outcome<TrackingResult>> outcomes = client.track(List.of(
                SandboxNumbers.DHL_EXPRESS_CUSTOMS,
                SandboxNumbers.DHL_ECOMMERCE_OUT_FOR_DELIVERY,
                SandboxNumbers.DHL_PARCEL_DE_RETURNED,
                SandboxNumbers.DHL_HANDED_TO_SHOP));

        assertThat(outcomes)
                .extracting(outcome -> outcome.orElseThrow().status())
                .containsExactly(
                        TrackingStatus.CUSTOMS,
                        TrackingStatus.OUT_FOR_DELIVERY,
                        TrackingStatus.RETURNED,
                        TrackingStatus.AVAILABLE_FOR_PICKUP);
        assertThat(sandbox.callsWithoutTokens("mydhl")).hasSize(1);
        assertThat(sandbox.callsWithoutTokens("dhl-ecommerce")).hasSize(1);
        assertThat(sandbox.callsWithoutTokens("dhl-unified")).hasSize(2);
    }

    @Test
    void aParcelOfTheNetherlandsIsReadInItsOwnWords() {
        SandboxParcel parcel = sandbox.parcel("dhl-parcel-nl").pickedUp();
        assertThat(client.track(parcel.number()).status()).isEqualTo(TrackingStatus.PICKED_UP);

        sandbox.advance(Duration.ofHours(1));
        parcel.outForDelivery();
        assertThat(client.track(parcel.number()).status()).isEqualTo(TrackingStatus.OUT_FOR_DELIVERY);

        sandbox.advance(Duration.ofHours(1));
        parcel.returned();
        TrackingResult back = client.track(parcel.number());
        assertThat(back.status()).isEqualTo(TrackingStatus.RETURNED);
        assertThat(back.carrierStatusCode()).contains("DELIVERED_AT_SHIPPER");
    }

    @Test
    void anEcommerceParcelCarriesTheShippersReference() {
        SandboxParcel parcel =
                sandbox.parcel("dhl-ecommerce").reference("PO-4712").pickedUp();

        assertThat(client.track(parcel.number()).references())
                .extracting(Reference::value)
                .containsExactly("PO-4712");
    }

    @Test
    void whatMyDhlCannotAnswerUnifiedTrackingCan() {
        SandboxParcel parcel = sandbox.parcel("dhl").pickedUp().outForDelivery();
        sandbox.fail("mydhl").with(503).times(100);

        assertThat(client.track(parcel.number()).status()).isEqualTo(TrackingStatus.OUT_FOR_DELIVERY);
    }

    @Test
    void aJourneyIsFollowedToItsProofOfDelivery() {
        SandboxParcel parcel = sandbox.parcel("dhl").reference("PO-4711").journey();
        assertThat(client.track(parcel.number()).status()).isEqualTo(TrackingStatus.LABEL_CREATED);

        sandbox.advance(Duration.ofDays(4));

        assertThat(client.track(parcel.number()).status()).isEqualTo(TrackingStatus.DELIVERED);
        assertThat(client.proofOfDelivery(parcel.number()).documents().get(0).mediaType())
                .contains("application/pdf");
        assertThat(client.trackByReference(TrackingReference.of("PO-4711")))
                .extracting(outcome -> outcome.orElseThrow().number().value())
                .containsExactly(parcel.number());
    }

    @Test
    void threeHundredWaybillsAreSixCalls() {
        List<String> numbers =
                sandbox.parcels("dhl", 300).stream().map(SandboxParcel::number).toList();

        assertThat(client.track(numbers)).allMatch(Outcome::isSuccess);
        assertThat(sandbox.calls("dhl")).hasSize(6);
    }
}
