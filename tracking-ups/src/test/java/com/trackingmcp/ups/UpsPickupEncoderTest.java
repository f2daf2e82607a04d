package com.trackingmcp.ups;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.CatalogOption;
import com.trackingmcp.model.LocationQuery;
import com.trackingmcp.model.LocationService;
import com.trackingmcp.model.PickupPiece;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.ServicePointKind;
import com.trackingmcp.model.Weight;
import com.trackingmcp.testkit.SandboxErrands;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pickups and searches as they go over the wire. */
class UpsPickupEncoderTest {
    private static final SandboxErrands ERRANDS =
            SandboxErrands.of("ups", Clock.fixed(Instant.parse("2026-02-10T15:00:00Z"), ZoneOffset.UTC));

    private static PickupRequest.Builder pickup() {
        return PickupRequest.builder().from(ERRANDS.pickup().orElseThrow());
    }

    private static JsonNode order(PickupRequest.Builder request) {
        return UpsSaleBed.tree(UpsPickupEncoder.order(request.build(), Optional.of(UpsSaleBed.ACCOUNT)))
                .path("PickupCreationRequest");
    }

    private static PickupRequest.Builder with(PickupPiece piece) {
        return pickup().pieces(List.of(piece));
    }

    private static PickupPiece.Builder piece() {
        return PickupPiece.builder().service("3").quantity(2);
    }

    @Test
    void orderHoldsAllOfTheRequest() {
        JsonNode order = order(pickup());
        assertThat(order.path("RatePickupIndicator").asText()).isEqualTo("Y");
        assertThat(order.path("Request").path("SubVersion").asText()).isEqualTo("2007");
        assertThat(order.path("Shipper").path("Account").toString())
                .isEqualTo("{\"AccountNumber\":\"TK0001\",\"AccountCountryCode\":\"US\"}");
        assertThat(order.path("PickupDateInfo").toString())
                .isEqualTo("{\"CloseTime\":\"1730\",\"ReadyTime\":\"1000\",\"PickupDate\":\"20260212\"}");
        JsonNode address = order.path("PickupAddress");
        assertThat(address.path("CompanyName").asText()).isEqualTo("Sender Inc");
        assertThat(address.path("ContactName").asText()).isEqualTo("Ann Sender");
        assertThat(address.path("AddressLine").toString()).isEqualTo("[\"100 Example Street, Dock 2\"]");
        assertThat(address.path("ResidentialIndicator").asText()).isEqualTo("N");
        assertThat(address.path("PickupPoint").asText()).isEqualTo("Dock 2");
        assertThat(address.path("Phone").path("Number").asText()).isEqualTo("9015550100");
        assertThat(order.path("PickupPiece").toString())
                .isEqualTo(
                        "[{\"ServiceCode\":\"003\",\"Quantity\":\"2\",\"DestinationCountryCode\":\"US\",\"ContainerCode\":\"01\"}]");
        assertThat(order.path("TotalWeight").toString())
                .isEqualTo("{\"Weight\":\"10.5\",\"UnitOfMeasurement\":\"LBS\"}");
        assertThat(order.path("OverweightIndicator").asText()).isEqualTo("N");
        assertThat(order.path("PaymentMethod").asText()).isEqualTo("01");
        assertThat(order.path("SpecialInstruction").asText()).isEqualTo("Ring the bell");
        assertThat(order.path("ReferenceNumber").asText()).isEqualTo("pickup-4711");
        assertThat(order.has("TrackingData")).isFalse();
        assertThat(order.has("Notification")).isFalse();
    }

    /** An option without a line here is one that nothing says what it does. */
    @ParameterizedTest
    @CsvSource({
        "ups_account_country,ca,/Shipper/Account/AccountCountryCode,CA",
        "ups_alternate_address,true,/AlternateAddressIndicator,Y",
        "ups_alternate_address,false,/AlternateAddressIndicator,N",
        "ups_floor,2,/PickupAddress/Floor,2",
        "ups_labels_available,true,/ShippingLabelsAvailable,Y",
        "ups_notification_email,a@example.com,/Notification/ConfirmationEmailAddress,a@example.com",
        "ups_overweight,true,/OverweightIndicator,Y",
        "ups_payment_method,05,/PaymentMethod,05",
        "ups_room,R1,/PickupAddress/Room,R1",
        "ups_undeliverable_email,b@example.com,/Notification/UndeliverableEmailAddress,b@example.com"
    })
    void eachOptionIsOnTheWire(String name, String value, String path, String told) {
        assertThat(order(pickup().putOptions(name, value)).at(path).asText()).isEqualTo(told);
    }

    @Test
    void everyOptionOfTheCatalogueIsOneOfThose() {
        assertThat(UpsCatalog.catalog().pickupOptions())
                .extracting(CatalogOption::name)
                .containsExactlyInAnyOrder(
                        "ups_account_country",
                        "ups_alternate_address",
                        "ups_floor",
                        "ups_labels_available",
                        "ups_notification_email",
                        "ups_overweight",
                        "ups_payment_method",
                        "ups_pickup_type",
                        "ups_room",
                        "ups_service_date",
                        "ups_undeliverable_email");
    }

    @ParameterizedTest
    @CsvSource({",02", "01,01", "02,02"})
    void smartOrderIsForTodayOrAnotherDay(String option, String told) {
        PickupRequest.Builder request = pickup().putOptions("ups_pickup_type", "smart");
        if (option != null) {
            request.putOptions("ups_service_date", option);
        }
        JsonNode order = UpsSaleBed.tree(UpsPickupEncoder.smartOrder(request.build(), "TK0001"))
                .path("PickupTriggerGWNRequest");
        assertThat(order.toString())
                .isEqualTo(
                        "{\"Request\":{},\"AccountNumber\":\"TK0001\",\"ServiceDateOption\":\"%s\"}".formatted(told));
    }

    @ParameterizedTest
    @CsvSource({"140,LB,N", "140.1,LB,Y", "64,KG,N", "64001,G,Y"})
    void heavyParcelsAreTold(String weight, Weight.Unit unit, String told) {
        JsonNode order = order(with(piece().weight(Weight.of(weight, unit)).build()));
        assertThat(order.path("OverweightIndicator").asText()).isEqualTo(told);
    }

    @Test
    void weightIsInTheUnitOfTheCountryAndOnlyWhereAllIsKnown() {
        Address london = Address.builder().from(UpsSaleBed.LONDON).build();
        JsonNode order = order(with(piece().weight(Weight.of("1.01", Weight.Unit.KG))
                        .destinationCountry("US")
                        .packaging("02")
                        .build())
                .address(london));
        assertThat(order.path("TotalWeight").toString())
                .isEqualTo("{\"Weight\":\"1.1\",\"UnitOfMeasurement\":\"KGS\"}");
        assertThat(order.at("/PickupPiece/0/DestinationCountryCode").asText()).isEqualTo("US");
        assertThat(order.at("/PickupPiece/0/ContainerCode").asText()).isEqualTo("02");
        assertThat(order(pickup().addPieces(piece().build())).has("TotalWeight"))
                .isFalse();
    }

    @Test
    void ofManyTrackingNumbersThirtyAreTold() {
        List<String> numbers = IntStream.range(0, 31)
                .mapToObj("1ZTK000103900000%02d"::formatted)
                .toList();
        JsonNode told = order(pickup().trackingNumbers(numbers).addTrackingNumbers("92055"))
                .path("TrackingData");
        assertThat(told).hasSize(30);
        assertThat(told.get(0).path("TrackingNumber").asText()).isEqualTo("1ZTK00010390000000");
    }

    @Test
    void withoutAnAccountNoShipperIsTold() {
        assertThat(UpsSaleBed.tree(UpsPickupEncoder.order(pickup().build(), Optional.empty()))
                        .path("PickupCreationRequest")
                        .has("Shipper"))
                .isFalse();
    }

    @Test
    void searchHoldsAddressUnitAndBounds() {
        LocationQuery.Builder query =
                LocationQuery.builder().from(ERRANDS.locations().orElseThrow()).limit(70);
        JsonNode asked = UpsSaleBed.tree(UpsLocator.question(query.build())).path("LocatorRequest");
        assertThat(asked.at("/OriginAddress/AddressKeyFormat").toString())
                .isEqualTo(
                        "{\"AddressLine\":\"100 Example Street\",\"AddressLine2\":\"Dock 2\",\"PoliticalDivision2\":\"Memphis\","
                                + "\"PoliticalDivision1\":\"TN\",\"PostcodePrimaryLow\":\"38118\",\"CountryCode\":\"US\"}");
        assertThat(asked.at("/UnitOfMeasurement/Code").asText()).isEqualTo("MI");
        assertThat(asked.path("LocationSearchCriteria").toString())
                .isEqualTo("{\"MaximumListSize\":\"50\",\"SearchRadius\":\"10\"}");
    }

    @Test
    void whereSomeMayBeDroppedAsManyAsPossibleAreAskedFor() {
        LocationQuery.Builder query =
                LocationQuery.builder().from(ERRANDS.locations().orElseThrow()).limit(2);
        assertThat(UpsLocator.size(query.build())).hasValue(2);
        assertThat(UpsLocator.size(query.kinds(Set.of(ServicePointKind.RETAIL)).build()))
                .hasValue(50);
        assertThat(UpsLocator.size(query.kinds(Set.of())
                        .services(Set.of(LocationService.HOLD))
                        .build()))
                .hasValue(50);
    }

    @Test
    void freightCentersAreAskedForWithThreeDigits() {
        LocationQuery query = ERRANDS.locations().orElseThrow();
        JsonNode asked = UpsSaleBed.tree(UpsServiceCenters.question(
                        LocationQuery.builder().from(query).limit(7).build()))
                .path("PickupGetServiceCenterFacilitiesRequest");
        assertThat(asked.path("PickupPiece").toString())
                .isEqualTo("[{\"ServiceCode\":\"096\",\"ContainerCode\":\"03\"}]");
        assertThat(asked.at("/OriginAddress/OriginSearchCriteria").toString())
                .isEqualTo("{\"SearchRadius\":\"010\",\"DistanceUnitOfMeasure\":\"MI\",\"MaximumLocation\":\"007\"}");
        assertThat(asked.path("Locale").asText()).isEqualTo("en_US");
        assertThat(asked.path("ProximitySearchIndicator").asText("none")).isEmpty();
    }

    @Test
    void nothingPrivateIsInTheTextOfARequest() {
        assertThat(pickup().putAllOptions(Map.of()).build().toString())
                .doesNotContain("Ann Sender", "Example Street", "9015550100", "Ring the bell");
    }
}
