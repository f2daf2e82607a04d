package com.trackingmcp.verification.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.AddressValidation;
import com.trackingmcp.model.LocationQuery;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.PickupConfirmation;
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.model.PickupStatus;
import com.trackingmcp.model.PoliticalDivision;
import com.trackingmcp.model.ServicePoint;
import com.trackingmcp.model.ServicePointKind;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.ShippedFor;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.model.UploadedDocument;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxErrands;
import com.trackingmcp.testkit.SandboxOrders;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** All that can be asked of UPS, a test for each of its eighteen tools. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EighteenToolsTest {
    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final TrackingClient client = TrackingClient.builder()
            .config(sandbox.config())
            .clock(sandbox.clock())
            .cache(CachePolicy.off())
            .build();
    private final SandboxErrands errands = SandboxErrands.of("ups", sandbox.clock());
    private final LocalDate today = LocalDate.ofInstant(sandbox.clock().instant(), ZoneOffset.UTC);

    @AfterEach
    void close() {
        client.close();
        sandbox.close();
    }

    private ShipmentRequest order() {
        return SandboxOrders.domestic("ups").shipDate(today).build();
    }

    private Address memphis() {
        return order().sender().orElseThrow();
    }

    @Test
    void it_tracks() {
        String number = sandbox.parcel("ups").pickedUp().number();
        assertThat(client.track(number).status()).isEqualTo(TrackingStatus.PICKED_UP);
    }

    @Test
    void it_validates_an_address() {
        assertThat(client.addresses().validate("ups", memphis()).verdict()).isEqualTo(AddressValidation.Verdict.VALID);
    }

    @Test
    void it_rates() {
        assertThat(client.rates(order()).rates()).isNotEmpty();
    }

    @Test
    void it_ships() {
        assertThat(client.ship(order()).labels()).hasSize(1);
    }

    @Test
    void it_voids() {
        assertThat(client.shipments().cancel(client.ship(order())).cancelled()).isTrue();
    }

    @Test
    void it_recovers_a_label() {
        Shipment shipment = client.ship(order());
        List<Shipment> found = client.shipments().recover(ShipmentQuery.of(shipment));
        assertThat(found)
                .singleElement()
                .satisfies(one -> assertThat(one.labels())
                        .singleElement()
                        .satisfies(label -> assertThat(label.size()).isPositive()));
    }

    @Test
    void it_tells_the_time_in_transit() {
        assertThat(client.transitTimes(order()))
                .filteredOn(Outcome::isSuccess)
                .anySatisfy(time -> assertThat(time.orElseThrow().carrier()).isEqualTo("ups"));
    }

    @Test
    void it_quotes_landed_cost() {
        assertThat(client.landedCosts()
                        .quote(errands.landedCost().orElseThrow())
                        .total()
                        .amount())
                .isPositive();
    }

    @Test
    void it_uploads_a_document() {
        assertThat(uploaded().id()).isPresent();
        assertThat(sandbox.papers("ups")).hasSize(1);
    }

    private UploadedDocument uploaded() {
        return client.documents().upload(errands.document().orElseThrow());
    }

    @Test
    void it_pushes_a_document_to_a_shipment() {
        Shipment shipment =
                client.ship(SandboxOrders.international("ups").shipDate(today).build());
        client.documents().attach("ups", List.of(uploaded().id().orElseThrow()), ShippedFor.of(shipment, today));
        assertThat(sandbox.papers("ups"))
                .singleElement()
                .satisfies(paper -> assertThat(paper.shipment()).contains(shipment.trackingNumber()));
    }

    @Test
    void it_deletes_a_document() {
        assertThat(client.documents().delete("ups", uploaded().id().orElseThrow()))
                .isTrue();
        assertThat(sandbox.papers("ups"))
                .singleElement()
                .satisfies(paper -> assertThat(paper.isDeleted()).isTrue());
    }

    @Test
    void it_finds_locations() {
        assertThat(client.locations().find(errands.locations().orElseThrow()).points())
                .isNotEmpty()
                .allSatisfy(point -> assertThat(point.openingHours()).isNotEmpty());
    }

    @Test
    void it_rates_a_pickup() {
        assertThat(client.pickups().quote(errands.pickup().orElseThrow()))
                .isNotEmpty()
                .allSatisfy(quote -> assertThat(quote.price()).isPresent());
    }

    private PickupConfirmation booked() {
        return client.pickups().schedule(errands.pickup().orElseThrow());
    }

    @Test
    void it_schedules_a_pickup() {
        assertThat(booked().confirmationNumber())
                .isEqualTo(sandbox.pickups("ups").get(0).number());
    }

    @Test
    void it_cancels_a_pickup() {
        assertThat(client.pickups().cancel(PickupQuery.of(booked())).cancelled())
                .isTrue();
        assertThat(sandbox.pickups("ups"))
                .singleElement()
                .satisfies(pickup -> assertThat(pickup.isCancelled()).isTrue());
    }

    @Test
    void it_tells_the_status_of_a_pickup() {
        PickupConfirmation pickup = booked();
        sandbox.advance(Duration.ofDays(1));
        assertThat(client.pickups().status(PickupQuery.of(pickup)))
                .hasValueSatisfying(told -> assertThat(told.status()).isNotEqualTo(PickupStatus.UNKNOWN));
    }

    @Test
    void it_lists_political_divisions() {
        assertThat(client.locations().politicalDivisions("US"))
                .extracting(PoliticalDivision::source)
                .containsOnly("ups");
    }

    @Test
    void it_finds_service_centers() {
        LocationQuery query = LocationQuery.builder()
                .from(errands.locations().orElseThrow())
                .addKinds(ServicePointKind.SERVICE_CENTER)
                .build();
        assertThat(client.locations().find(query).points())
                .isNotEmpty()
                .extracting(ServicePoint::kind)
                .containsOnly(ServicePointKind.SERVICE_CENTER);
    }
}
