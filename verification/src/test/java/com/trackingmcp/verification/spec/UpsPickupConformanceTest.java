package com.trackingmcp.verification.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.CatalogOption;
import com.trackingmcp.model.Coordinates;
import com.trackingmcp.model.Distance;
import com.trackingmcp.model.LocationQuery;
import com.trackingmcp.model.PickupConfirmation;
import com.trackingmcp.model.PickupPiece;
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.ServicePointKind;
import com.trackingmcp.testkit.SandboxErrands;
import com.trackingmcp.ups.UpsCarrierProvider;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that UPS is asked to fetch parcels and to tell of places and states, against UPS's own descriptions. */
class UpsPickupConformanceTest extends Conversation {
    /** What the options take that have no list of values. */
    private static final Map<String, String> TEXTS = Map.of(
            "ups_account_country", "US",
            "ups_floor", "2",
            "ups_notification_email", "a@example.com",
            "ups_room", "R1",
            "ups_undeliverable_email", "b@example.com");

    private static final Address BONN = Address.builder()
            .person("Ben Versand")
            .addLines("Beispielstr. 1")
            .city("Bonn")
            .stateOrProvince("NW")
            .postalCode("53113")
            .country("DE")
            .phone("+49 228 555 0100")
            .residential(true)
            .build();

    private final SandboxErrands errands = SandboxErrands.of("ups", sandbox.clock());

    UpsPickupConformanceTest() throws Exception {
        super(new UpsCarrierProvider(), UpsPickupDeviations.ALL);
    }

    @Override
    void say() {
        quotes();
        bookings();
        afterwards();
        places();
    }

    private PickupRequest.Builder pickup() {
        return PickupRequest.builder().from(errands.pickup().orElseThrow());
    }

    private PickupConfirmation book(PickupRequest.Builder request) {
        return client.pickups().schedule(request.build());
    }

    private LocationQuery.Builder nearby() {
        return LocationQuery.builder().from(errands.locations().orElseThrow());
    }

    private void quotes() {
        LocalDate today = LocalDate.ofInstant(sandbox.clock().instant(), ZoneOffset.UTC);
        client.pickups().quote(pickup().build());
        client.pickups().quote(pickup().date(today).build());
        client.pickups().quote(pickup().address(BONN).build());
        refusal(() -> client.pickups().quote(pickup().date(today.plusDays(90)).build()));
    }

    private void bookings() {
        book(pickup());
        book(pickup().address(BONN).putOptions("ups_payment_method", "06"));
        book(pickup().addPieces(PickupPiece.builder()
                .service("08")
                .quantity(1)
                .destinationCountry("GB")
                .packaging("02")
                .build()));
        for (CatalogOption option : client.carriers().get(0).catalog().pickupOptions()) {
            List<String> values = option.type() == CatalogOption.Type.FLAG ? List.of("true") : option.values();
            for (String value : values.isEmpty() ? List.of(TEXTS.get(option.name())) : values) {
                book(withOption(option.name(), value));
            }
        }
        refusal(() ->
                book(pickup().address(Address.builder().from(BONN).country("AQ").build())));
    }

    private PickupRequest.Builder withOption(String name, String value) {
        PickupRequest.Builder request = pickup().putOptions(name, value);
        if (name.equals("ups_service_date")) {
            request.putOptions("ups_pickup_type", "smart");
        }
        if (name.equals("ups_payment_method") && value.equals("04")) {
            request.addTrackingNumbers("1ZTK00010390000017");
        }
        if (name.equals("ups_payment_method") && value.equals("06")) {
            request.address(BONN);
        }
        return request;
    }

    private void afterwards() {
        PickupConfirmation booked = book(pickup());
        client.pickups().pending("ups");
        sandbox.advance(Duration.ofDays(1));
        assertThat(client.pickups().pending("ups")).isNotEmpty();
        assertThat(client.pickups().cancel(PickupQuery.of(booked)).cancelled()).isTrue();
        refusal(() -> client.pickups().cancel(PickupQuery.of(booked)));
        PickupConfirmation smart = book(pickup().putOptions("ups_pickup_type", "smart"));
        assertThat(client.pickups().cancel(PickupQuery.of(smart)).cancelled()).isTrue();
        assertThat(client.pickups().cancelAll("ups").cancelled()).isTrue();
        refusal(() -> client.pickups().cancelAll("ups"));
    }

    private void places() {
        for (ServicePointKind kind : ServicePointKind.values()) {
            if (Set.of(ServicePointKind.STAFFED, ServicePointKind.OTHER).contains(kind)) {
                refusal(() -> client.locations().find(nearby().addKinds(kind).build()));
            } else {
                assertThat(client.locations()
                                .find(nearby().addKinds(kind).build())
                                .points())
                        .as(kind.word())
                        .isNotEmpty();
            }
        }
        client.locations().find(nearby().limit(3).build());
        client.locations()
                .find(LocationQuery.builder()
                        .address(BONN)
                        .addKinds(ServicePointKind.SERVICE_CENTER, ServicePointKind.SERVICE_POINT)
                        .build());
        client.locations()
                .find(LocationQuery.builder()
                        .coordinates(Coordinates.of("50.7374", "7.0982"))
                        .address(Address.builder().country("DE").build())
                        .radius(Distance.of("150", Distance.Unit.KM))
                        .build());
        Address springfield = Address.builder()
                .addLines("1 Main St")
                .city("Springfield")
                .stateOrProvince("IL")
                .postalCode("62701")
                .country("US")
                .build();
        refusal(() -> client.locations().find(nearby().address(springfield).build()));
        Address nowhere = Address.builder().from(springfield).country("AQ").build();
        refusal(() -> client.locations()
                .find(nearby().address(nowhere)
                        .addKinds(ServicePointKind.SERVICE_CENTER)
                        .build()));
        for (String country : List.of("US", "IE", "DE", "AQ")) {
            client.locations().politicalDivisions(country);
        }
    }

    @Override
    void failures(int status) {
        PickupConfirmation booked = book(pickup());
        failing("pickup-quote", status, () -> client.pickups().quote(pickup().build()));
        failing("pickup", status, () -> book(pickup()));
        failing("pickup-cancel", status, () -> client.pickups().cancel(PickupQuery.of(booked)));
        failing("pickup-status", status, () -> client.pickups().pending("ups"));
        failing(
                "locations",
                status,
                () -> client.locations()
                        .find(nearby().addKinds(ServicePointKind.RETAIL).build()));
        failing(
                "service-centers",
                status,
                () -> client.locations()
                        .find(nearby().addKinds(ServicePointKind.SERVICE_CENTER).build()));
        failing("divisions", status, () -> client.locations().politicalDivisions("US"));
    }

    private void failing(String operation, int status, Runnable call) {
        failing("ups", operation, 2, status, call);
    }
}
