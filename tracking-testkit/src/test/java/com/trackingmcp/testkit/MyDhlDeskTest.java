package com.trackingmcp.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.testkit.SandboxClient.Answer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the sandbox's DHL does for a shipping desk, spoken to as by a caller of its own. */
class MyDhlDeskTest {
    private static final String PICKUP = """
            {"plannedPickupDateAndTime":"2026-02-12T10:00:00 GMT+01:00","closeTime":"17:00",
             "accounts":[{"typeCode":"shipper","number":"100200400"}],
             "customerDetails":{"shipperDetails":{"postalAddress":{"postalCode":"53113","cityName":"Bonn",
               "countryCode":"DE","addressLine1":"Beispielstr. 1"},
              "contactInformation":{"phone":"+4922855501","companyName":"Example","fullName":"Ada Example"}}},
             "shipmentDetails":[{"productCode":"N","isCustomsDeclarable":false,"unitOfMeasurement":"metric",
              "packages":[{"weight":1.5},{"weight":1.5}]}]}
            """;
    private static final String LANDED = """
            {"customerDetails":{
              "shipperDetails":{"postalCode":"53113","cityName":"Bonn","countryCode":"DE"},
              "receiverDetails":{"postalCode":"EC1A 1BB","cityName":"London","countryCode":"GB"}},
             "accounts":[{"typeCode":"shipper","number":"100200400"}],"unitOfMeasurement":"metric",
             "currencyCode":"EUR","isCustomsDeclarable":true,"getCostBreakdown":true,"packages":[{"weight":1}],
             "items":[{"number":1,"manufacturerCountry":"DE","quantity":3,"unitPrice":40,
              "unitPriceCurrencyCode":"EUR","commodityCode":"420221"}]}
            """;

    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final SandboxClient client = new SandboxClient(sandbox.settings());

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Answer send(String method, String path, String body) {
        HttpRequest.Builder request = client.express(path).header("Content-Type", "application/json");
        return client.send(request.method(method, BodyPublishers.ofString(body)));
    }

    private Answer get(String setting, String path) {
        return client.send(client.to(setting, path).header("DHL-API-Key", SandboxSettings.DHL_KEY));
    }

    @Test
    void aPickupIsBookedChangedAndCancelledOnce() {
        String number = send("POST", "/pickups", PICKUP).at("/dispatchConfirmationNumbers/0");
        assertThat(number).matches("PRG260210\\d{6}");

        String change = PICKUP.replace("2026-02-12", "2026-02-15")
                .replaceFirst(
                        "\\{",
                        "{\"dispatchConfirmationNumber\":\"" + number
                                + "\",\"originalShipperAccountNumber\":\"100200400\",");
        Answer changed = send("PATCH", "/pickups/" + number, change);
        assertThat(changed.at("/nextPickupDate")).isEqualTo("2026-02-16");

        String cancellation = "/pickups/" + number + "?requestorName=Ada&reason=closed";
        assertThat(send("DELETE", "/pickups/" + number, "").at("/detail")).contains("requestorName");
        assertThat(send("DELETE", cancellation, "").status()).isEqualTo(200);
        assertThat(send("DELETE", cancellation, "").at("/detail")).contains("cancelled or completed already");
        assertThat(send("PATCH", "/pickups/" + number, change).status()).isEqualTo(404);
        assertThat(sandbox.pickups("mydhl")).singleElement().matches(SandboxPickup::isCancelled);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        T10:00:00 GMT+01:00 | T10:00 | 400 | 998
        2026-02-12T10 | 2026-02-10T10 | 400 | in the past
        2026-02-12T10 | 2026-02-23T10 | 400 | more than 10 days
        17:00 | 09:00 | 400 | close time
        100200400 | 999999999 | 400 | 8003
        53113 | 00000 | 400 | No pickup service
        "countryCode":"DE" | "countryCode":"DE","countryName":"GERMANY" | 422 | extraneous key [countryName]
        """)
    void aPickupIsRefusedInDhlsWords(String right, String wrong, int status, String detail) {
        Answer refused = send("POST", "/pickups", PICKUP.replace(right, wrong));

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.at("/detail")).contains(detail);
        assertThat(sandbox.pickups("mydhl")).isEmpty();
    }

    @Test
    void dutiesAndTaxesFollowTheTable() {
        Answer told = send("POST", "/landed-cost", LANDED);

        assertThat(told.at("/products/0/totalPrice/0/price")).isEqualTo("170.52");
        assertThat(told.at("/products/0/items/0/breakdown/1/price")).isEqualTo("9.6");
        assertThat(told.at("/products/0/items/0/breakdown/2/price")).isEqualTo("25.92");
        assertThat(send("POST", "/landed-cost", LANDED.replace("420221", "990000"))
                        .at("/warnings/0"))
                .contains("#/items/number:1/");
        assertThat(send("POST", "/landed-cost", LANDED.replace("\"GB\"", "\"AQ\""))
                        .at("/detail"))
                .contains("not available");
    }

    @Test
    void placesNeedAKeyAndAPlaceToLookFrom() {
        String bonn = "/find-by-address?countryCode=DE&addressLocality=Bonn";
        assertThat(get("DHL_LOCATION_FINDER_BASE_URL", bonn).at("/locations/0/name"))
                .isEqualTo("Example place 6");
        assertThat(client.send(client.to("DHL_LOCATION_FINDER_BASE_URL", bonn)).status())
                .isEqualTo(401);
        for (String wrong :
                new String[] {"/find-by-geo?latitude=1", "/find-by-address?countryCode=DE", bonn + "&radius=25001"}) {
            assertThat(get("DHL_LOCATION_FINDER_BASE_URL", wrong).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(get("DHL_LOCATION_FINDER_BASE_URL", bonn.replace("DE", "AQ"))
                        .json()
                        .at("/locations"))
                .isEmpty();
    }

    @Test
    void servicePointsAnswerErrorsWithSuccess() {
        assertThat(send("GET", "/servicepoints", "").at("/status/statusCode")).isEqualTo("101");
        assertThat(send("GET", "/servicepoints?address=Bonn&countryCode=DE&maxDistance=1.5", "")
                        .at("/status/statusCode"))
                .isEqualTo("100");
        assertThat(send("GET", "/servicepoints?address=Bonn&countryCode=DE&servicePointTypes=STN", "")
                        .at("/servicePoints/0/facilityId"))
                .isEqualTo("CGN010");
    }

    @Test
    void aShipmentThatTakesNoPapersIsNotFound() {
        Answer unknown = send("PATCH", "/shipments/1234567890/upload-image", """
                {"originalPlannedShippingDate":"2026-02-10","accounts":[{"typeCode":"shipper","number":"100200400"}],
                 "productCode":"P","documentImages":[{"typeCode":"INV","imageFormat":"PDF","content":"YWJj"}]}
                """);

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(sandbox.papers("mydhl")).isEmpty();
    }
}
