package com.trackingmcp.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.testkit.SandboxClient.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DhlWiresTest {

    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final SandboxClient client = new SandboxClient(sandbox.settings());

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Nested
    class Unified {

        @Test
        void keyIsRequired() {
            Answer answer = client.send(client.to("DHL_BASE_URL", "/track/shipments?trackingNumber=1"));
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.at("/title")).isEqualTo("Unauthorized");
            assertThat(answer.json().path("status").asInt()).isEqualTo(401);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "service=express",
                    "trackingNumber=1&trackingNumber=2",
                    "trackingNumber=1&language=en_de",
                    "trackingNumber=1&limit=many"
                })
        void requestsItDoesNotUnderstandAreInvalid(String query) {
            Answer answer = client.unified(query);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.at("/title")).isEqualTo("Invalid input");
        }

        @Test
        void unknownNumberIs404() {
            Answer answer = client.unified("trackingNumber=" + SandboxNumbers.DHL_PARCEL_DE_NOT_FOUND);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.at("/instance")).isEqualTo("/shipment/" + SandboxNumbers.DHL_PARCEL_DE_NOT_FOUND);
        }

        @Test
        void everyDivisionIsAnswered() {
            assertThat(client.unifiedParcel(SandboxNumbers.DHL_EXPRESS_DELIVERED)
                            .at("/status/status")
                            .asText())
                    .isEqualTo("OK");
            assertThat(client.unifiedParcel(SandboxNumbers.DHL_ECOMMERCE_DELIVERED)
                            .at("/status/status")
                            .asText())
                    .isEqualTo("600");
            assertThat(client.unifiedParcel(SandboxNumbers.DHL_PARCEL_DE_DELIVERED)
                            .at("/status/status")
                            .asText())
                    .isEqualTo("ZU");
        }

        @Test
        void timesAreWrittenAsTheDivisionKeepsThem() {
            assertThat(client.unifiedParcel(SandboxNumbers.DHL_EXPRESS_DELIVERED)
                            .at("/status/timestamp")
                            .asText())
                    .endsWith("Z");
            assertThat(client.unifiedParcel(SandboxNumbers.DHL_PARCEL_DE_DELIVERED)
                            .at("/status/timestamp")
                            .asText())
                    .hasSize(19);
        }

        @Test
        void eventsComeNewestFirst() {
            assertThat(client.unifiedParcel(SandboxNumbers.DHL_PARCEL_DE_DELIVERED)
                            .path("events")
                            .findValuesAsText("timestamp"))
                    .hasSize(7)
                    .isSortedAccordingTo(Collections.reverseOrder());
        }

        @Test
        void returnedParcelIsCalledDeliveredAndOnlyTheFlagTells() {
            JsonNode parcel = client.unifiedParcel(SandboxNumbers.DHL_PARCEL_DE_RETURNED);
            assertThat(parcel.at("/status/statusCode").asText()).isEqualTo("delivered");
            assertThat(parcel.path("returnFlag").asBoolean()).isTrue();
        }

        @Test
        void parcelInAShopIsCalledDelivered() {
            JsonNode parcel = client.unifiedParcel(SandboxNumbers.DHL_HANDED_TO_SHOP);
            assertThat(parcel.at("/status/statusCode").asText()).isEqualTo("delivered");
            assertThat(parcel.at("/status/description").asText()).contains("Parcelshop");
        }

        @Test
        void severalShipmentsCanShareANumberAndComeInPages() {
            String query = "trackingNumber=" + SandboxNumbers.DHL_PARCEL_DE_SEVERAL_SHIPMENTS;
            assertThat(client.unified(query).json().path("shipments")).hasSize(3);
            assertThat(client.unified(query + "&offset=2&limit=5").json().path("shipments"))
                    .hasSize(1);
        }

        @Test
        void serviceNarrowsTheSearch() {
            String query = "trackingNumber=" + SandboxNumbers.DHL_PARCEL_DE_DELIVERED;
            assertThat(client.unified(query + "&service=parcel-de").status()).isEqualTo(200);
            assertThat(client.unified(query + "&service=express").status()).isEqualTo(404);
        }
    }

    @Nested
    class Ecommerce {

        @Test
        void credentialsMayComeInTheFormOrAsBasic() {
            Answer answer = client.send(client.to("DHL_ECOMMERCE_BASE_URL", "/auth/v4/accesstoken")
                    .header(
                            "Authorization",
                            SandboxClient.basic(client.setting("DHL_CLIENT_ID"), client.setting("DHL_CLIENT_SECRET")))
                    .POST(BodyPublishers.ofString("grant_type=client_credentials")));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(client.ecommerceToken()).isNotEmpty();
        }

        @Test
        void errorsNameTheirCodeInAUrl() {
            Answer wrong = client.send(client.to("DHL_ECOMMERCE_BASE_URL", "/auth/v4/accesstoken")
                    .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id=a&client_secret=b")));
            assertThat(wrong.status()).isEqualTo(401);
            assertThat(wrong.at("/type")).endsWith("/docs/errors/401.0000007");
            String token = client.ecommerceToken();
            sandbox.expireTokens("dhl-ecommerce");
            assertThat(client.ecommerce(token, "trackingId=1").at("/type")).endsWith("/401.0000002");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "trackingId=1,2,3,4,5,6,7,8,9,10,11",
                    "trackingId=1&dhlPackageId=2",
                    "packageId=1",
                    "trackingId=1&limit=50"
                })
        void requestsItDoesNotUnderstandAreInvalid(String query) {
            Answer answer = client.ecommerce(client.ecommerceToken(), query);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("invalidParams")).hasSize(1);
        }

        @Test
        void eventsComeNewestFirstInEasternTime() {
            JsonNode parcel = client.ecommerceParcel(SandboxNumbers.DHL_ECOMMERCE_DELIVERED);
            assertThat(parcel.path("events").findValuesAsText("timeZone")).containsOnly("ET");
            assertThat(parcel.path("events").findValuesAsText("primaryEventId")).startsWith("600", "598");
        }

        @Test
        void someEventsAreInALocalTimeOfNoKnownZone() {
            JsonNode parcel = client.ecommerceParcel(SandboxNumbers.DHL_ECOMMERCE_MIXED_OFFSETS);
            assertThat(parcel.path("events").findValuesAsText("timeZone")).contains("ET", "LT");
        }

        @Test
        void packageGoesByAnyOfItsIds() {
            JsonNode parcel = client.ecommerceParcel(SandboxNumbers.DHL_ECOMMERCE_DELIVERED)
                    .path("package");
            String token = client.ecommerceToken();
            for (String query : List.of(
                    "trackingId=" + parcel.path("trackingId").asText(),
                    "dhlPackageId=" + parcel.path("dhlPackageId").asText(),
                    "packageId=" + parcel.path("packageId").asText() + "&pickup=5123456")) {
                assertThat(client.ecommerce(token, query).at("/packages/0/package/packageId"))
                        .isEqualTo(SandboxNumbers.DHL_ECOMMERCE_DELIVERED);
            }
        }

        @Test
        void unknownIdIsAbsentFromABatchAnd404Alone() {
            String token = client.ecommerceToken();
            String both = SandboxNumbers.DHL_ECOMMERCE_NOT_FOUND + "," + SandboxNumbers.DHL_ECOMMERCE_DELIVERED;
            assertThat(client.ecommerce(token, "trackingId=" + both).json().path("packages"))
                    .hasSize(1);
            assertThat(client.ecommerce(token, "trackingId=" + SandboxNumbers.DHL_ECOMMERCE_NOT_FOUND)
                            .status())
                    .isEqualTo(404);
        }
    }

    @Nested
    class MyDhl {

        private Answer batch(String query) {
            return client.send(client.express("/tracking?" + query));
        }

        @Test
        void basicCredentialsAreRequired() {
            Answer answer = client.send(client.to("DHL_EXPRESS_BASE_URL", "/tracking?shipmentTrackingNumber=1")
                    .header("x-version", "3.1.0"));
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.at("/status")).isEqualTo("401");
        }

        @Test
        void versionHeaderIsRequired() {
            Answer answer = client.send(client.to("DHL_EXPRESS_BASE_URL", "/tracking?shipmentTrackingNumber=1")
                    .header(
                            "Authorization",
                            SandboxClient.basic(
                                    client.setting("DHL_EXPRESS_USERNAME"), client.setting("DHL_EXPRESS_PASSWORD"))));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.at("/detail")).contains("x-version");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "shipmentTrackingNumber=1&colour=red",
                    "shipmentTrackingNumber=1&trackingView=all",
                    "shipmentTrackingNumber=1&requestGMTOffsetPerEvent=true",
                    "shipmentReference=A"
                })
        void requestsItDoesNotUnderstandAreRefused(String query) {
            assertThat(batch(query).status()).isEqualTo(400);
        }

        @Test
        void moreThanTwoHundredNumbersAreTooMany() {
            String many = String.join("&", Collections.nCopies(201, "shipmentTrackingNumber=3100708085"));
            assertThat(batch(many).status()).isEqualTo(400);
            assertThat(batch(many.substring("shipmentTrackingNumber=3100708085&".length()))
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void eventsComeOldestFirst() {
            JsonNode parcel = client.expressParcel(SandboxNumbers.DHL_EXPRESS_DELIVERED);
            assertThat(parcel.path("events").findValuesAsText("typeCode"))
                    .containsExactly("PU", "DF", "AF", "AF", "WC", "OK");
            assertThat(parcel.path("status").asText()).isEqualTo("Success");
            assertThat(parcel.at("/events/5/signedBy").asText()).isEqualTo("A. Tester");
        }

        @Test
        void offsetsComeOnlyForOneShipmentAndOnlyWhenAskedFor() {
            String path = "/shipments/" + SandboxNumbers.DHL_EXPRESS_DELIVERED + "/tracking";
            assertThat(client.send(client.express(path)).json().findValues("GMTOffset"))
                    .isEmpty();
            assertThat(client.send(client.express(path + "?requestGMTOffsetPerEvent=true"))
                            .json()
                            .findValues("GMTOffset"))
                    .hasSize(6);
        }

        @Test
        void labelAloneHasNoEvent() {
            assertThat(client.expressParcel(SandboxNumbers.DHL_EXPRESS_LABEL_CREATED)
                            .path("events"))
                    .isEmpty();
        }

        @Test
        void unknownNumberIsAbsentFromABatchAnd404WhenNoneIsKnown() {
            String unknown = "shipmentTrackingNumber=" + SandboxNumbers.DHL_EXPRESS_NOT_FOUND;
            String known = "&shipmentTrackingNumber=" + SandboxNumbers.DHL_EXPRESS_DELIVERED;
            assertThat(batch(unknown + known).json().path("shipments")).hasSize(1);
            assertThat(batch(unknown).status()).isEqualTo(404);
        }

        @Test
        void piecesAreToldAndFoundByTheirNumber() {
            JsonNode shipment = batch(
                            "levelOfDetail=all&shipmentTrackingNumber=" + SandboxNumbers.DHL_EXPRESS_SEVERAL_PIECES)
                    .json()
                    .at("/shipments/0");
            assertThat(shipment.path("pieces")).hasSize(3);
            String piece = shipment.at("/pieces/2/trackingNumber").asText();
            assertThat(piece).matches("JD\\d{18}");
            assertThat(batch("pieceTrackingNumber=" + piece).at("/shipments/0/shipmentTrackingNumber"))
                    .isEqualTo(SandboxNumbers.DHL_EXPRESS_SEVERAL_PIECES);
        }

        @Test
        void lastCheckpointIsTheNewest() {
            assertThat(batch("trackingView=last-checkpoint&shipmentTrackingNumber="
                                    + SandboxNumbers.DHL_EXPRESS_DELIVERED)
                            .json()
                            .findValuesAsText("typeCode"))
                    .containsOnlyOnce("OK")
                    .doesNotContain("PU");
        }

        @Test
        void proofOfDeliveryIsAPdfOnceDelivered() {
            String path = "/shipments/%s/proof-of-delivery?content=epod-summary";
            Answer proof = client.send(client.express(path.formatted(SandboxNumbers.DHL_EXPRESS_DELIVERED)));
            assertThat(new String(
                            Base64.getDecoder().decode(proof.at("/documents/0/content")), StandardCharsets.US_ASCII))
                    .startsWith("%PDF-");
            assertThat(client.send(client.express(path.formatted(SandboxNumbers.DHL_EXPRESS_IN_TRANSIT)))
                            .status())
                    .isEqualTo(404);
        }

        @Test
        void parcelMovesAsTimePasses() {
            SandboxParcel parcel = sandbox.parcel("dhl").journey();
            sandbox.advance(Duration.ofHours(12));
            assertThat(client.expressParcel(parcel.number()).path("events").findValuesAsText("typeCode"))
                    .containsExactly("PU", "DF");
            sandbox.advance(Duration.ofDays(3));
            assertThat(client.expressParcel(parcel.number()).path("events").findValuesAsText("typeCode"))
                    .endsWith("WC", "OK");
        }
    }
}
