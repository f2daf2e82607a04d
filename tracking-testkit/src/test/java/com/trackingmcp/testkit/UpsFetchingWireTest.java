package com.trackingmcp.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.testkit.SandboxClient.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** UPS's pickups and places as somebody speaks to them who knows nothing of our client. */
class UpsFetchingWireTest {
    private static final String BOOK = "/api/pickupcreation/v2409/pickup";
    private static final String ORDER = """
            {"PickupCreationRequest":{"Request":{},"RatePickupIndicator":"N",
             "Shipper":{"Account":{"AccountNumber":"TK0001","AccountCountryCode":"US"}},
             "PickupDateInfo":{"CloseTime":"1700","ReadyTime":"1000","PickupDate":"20260212"},
             "PickupAddress":{"CompanyName":"Sender Inc","ContactName":"Ann Sender","AddressLine":["1 Example Street"],
              "City":"Memphis","StateProvince":"TN","PostalCode":"38118","CountryCode":"US","ResidentialIndicator":"N",
              "Phone":{"Number":"9015550100"}},
             "AlternateAddressIndicator":"N",
             "PickupPiece":[{"ServiceCode":"003","Quantity":"2","DestinationCountryCode":"US","ContainerCode":"01"}],
             "PaymentMethod":"01"}}""";

    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final SandboxClient client = new SandboxClient(sandbox.settings());

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Answer post(String path, String body) {
        return client.send(client.ups(client.upsToken(), path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void completeOrderIsBookedAndNotPricedUnlessAskedTo() {
        Answer booked = post(BOOK, ORDER);
        assertThat(booked.status()).isEqualTo(200);
        assertThat(booked.at("/PickupCreationResponse/PRN")).hasSize(11);
        assertThat(booked.at("/PickupCreationResponse/RateStatus/Code")).isEqualTo("04");
        assertThat(booked.json().path("PickupCreationResponse").has("RateResult"))
                .isFalse();
        assertThat(sandbox.pickups("ups")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "\"Request\":{},||Missing Request",
                "Ann Sender||Missing ContactName",
                "[\"1 Example Street\"]|\"1 Example Street\"|Missing or invalid AddressLine",
                "\"003\"|\"03\"|Missing or invalid PickupPiece",
                "TK0001|XX0001|Missing or invalid account",
                "20260212|20260209|Invalid pickup date",
                "1700|0900|CloseTime must be later than ReadyTime",
                "\"ResidentialIndicator\":\"N\"|\"ResidentialIndicator\":\"\"|Missing or invalid ResidentialIndicator"
            },
            delimiter = '|',
            emptyValue = "")
    void whatIsMissingOrWrongIsRefused(String part, String other, String words) {
        Answer refused = post(BOOK, ORDER.replace(part, other == null ? "" : other));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/response/errors/0/message")).isEqualTo(words);
        assertThat(sandbox.pickups("ups")).isEmpty();
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        assertThat(post(BOOK, "{}").json().at("/response/errors")).hasSizeGreaterThan(8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {BOOK, "/api/pickup/v2409/servicecenterlocations", "/api/locations/v3/search/availabilities/1"})
    void nothingIsToldToWhoOnlyGets(String path) {
        assertThat(client.send(client.ups(client.upsToken(), path).GET()).status())
                .isEqualTo(404);
    }

    @Test
    void pendingPickupsAreToldToTheirAccountOnly() {
        assertThat(client.send(client.ups(client.upsToken(), "/api/shipments/v2409/pickup/oncall"))
                        .status())
                .isEqualTo(400);
        Answer pending = client.send(client.ups(client.upsToken(), "/api/shipments/v2409/pickup/oncall")
                .header("AccountNumber", "TK0001"));
        assertThat(pending.json().at("/PickupPendingStatusResponse/PendingStatus"))
                .isEmpty();
    }

    @Test
    void locatorSaysNoWithAGoodStatus() {
        Answer refused = post("/api/locations/v3/search/availabilities/32", "{}");
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.at("/LocatorResponse/Response/ResponseStatusCode")).isEqualTo("0");
        assertThat(refused.at("/LocatorResponse/Response/Error/ErrorDescription"))
                .isEqualTo("Invalid request option.");
    }

    @Test
    void statesAskForBothHeaders() {
        Answer refused = client.send(client.to("UPS_BASE_URL", "/api/pickup/v2409/countries/US")
                .header("Authorization", "Bearer " + client.upsToken())
                .header("transId", "1"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/response/errors/0/message")).contains("transactionSrc");
    }
}
