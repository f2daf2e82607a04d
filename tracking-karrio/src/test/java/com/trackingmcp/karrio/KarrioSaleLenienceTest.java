package com.trackingmcp.karrio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.trackingmcp.CachePolicy;
import com.trackingmcp.Rates;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.Charge;
import com.trackingmcp.model.DeliveryWindow;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.Page;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.RateRequest;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentFilter;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.ShipmentStatus;
import com.trackingmcp.model.ShippedParcel;
import com.trackingmcp.model.StoredShipment;
import com.trackingmcp.spi.ConfigSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Karrio's answers as they may come: numbers as texts, absent members, codes of any shape, prices of nobody. */
class KarrioSaleLenienceTest {
    private static final Instant NOW = Instant.parse("2026-03-05T12:00:00Z");
    private static final String PRICE = """
            {"id":"rat_1","carrier_name":"canadapost","carrier_id":"canada-east","currency":"CAD",
             "service":"canadapost_expedited_parcel","total_charge":12.5}""";

    private final WireMockServer karrio =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
    private TrackingClient client;

    @BeforeEach
    void open() {
        karrio.start();
        karrio.stubFor(any(anyUrl()).atPriority(10).willReturn(json("{\"VERSION\":\"2026.1.32\"}")));
        karrio.stubFor(get(urlPathEqualTo("/v1/carriers")).willReturn(json("[]")));
        karrio.stubFor(get(urlPathEqualTo("/v1/connections")).willReturn(json("""
                {"count":3,"next":null,"previous":null,"results":[
                 {"id":"car_1","carrier_name":"canadapost","carrier_id":"canada-east","display_name":"Canada Post",
                  "capabilities":["rating","shipping"],"active":true,"test_mode":true},
                 {"id":"car_2","carrier_name":"canadapost","carrier_id":"canada-west","display_name":"Canada Post",
                  "capabilities":["rating","shipping"],"active":true,"test_mode":true},
                 {"id":"car_3","carrier_name":"teleship","carrier_id":"tele","display_name":"Teleship",
                  "capabilities":["rating","shipping"],"active":true,"test_mode":true}]}""")));
        client = TrackingClient.builder()
                .cache(CachePolicy.off())
                .providers(List.of(new KarrioCarrierProvider()))
                .config(ConfigSource.of(Map.of("KARRIO_API_URL", karrio.baseUrl(), "KARRIO_API_KEY", "test-key")))
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .retries(0, Duration.ZERO)
                .build();
    }

    @AfterEach
    void close() {
        client.close();
        karrio.stop();
    }

    private static ResponseDefinitionBuilder json(String body) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(body);
    }

    private Rates rates(int status, String body) {
        karrio.stubFor(
                post(urlPathEqualTo("/v1/proxy/rates")).willReturn(json(body).withStatus(status)));
        return client.rates(RateRequest.of(KarrioSaleBed.domestic()
                .service(Optional.empty())
                .carrier(Optional.empty())
                .build()));
    }

    private void drafts(String draft) {
        karrio.stubFor(
                post(urlPathEqualTo("/v1/shipments")).willReturn(json(draft).withStatus(201)));
    }

    private void draftsWithAPrice() {
        drafts("{\"id\":\"shp_1\",\"status\":\"draft\",\"rates\":[" + PRICE + "]}");
    }

    private void sells(String answer) {
        karrio.stubFor(post(urlPathEqualTo("/v1/shipments/shp_1/purchase")).willReturn(json(answer)));
    }

    private void has(String stored) {
        karrio.stubFor(get(urlPathEqualTo("/v1/shipments/shp_1")).willReturn(json(stored)));
    }

    private Shipment bought(String members) {
        draftsWithAPrice();
        sells("{\"id\":\"shp_1\",\"status\":\"created\"," + members + "}");
        return client.ship(KarrioSaleBed.domestic().build());
    }

    @Test
    void pricesMayBeTextsAndPartsMayBeMissing() {
        Rates rates = rates(207, """
                {"rates":[
                 {"id":"rat_1","carrier_id":"canada-east","carrier_name":"canadapost","currency":"CAD","service":"one",
                  "total_charge":"12.50","transit_days":"2","estimated_delivery":"2026-03-09",
                  "extra_charges":[{"name":"Base charge","amount":"13"},{"name":"Rebate","amount":-1,"currency":"CAD"},
                   {"name":"Fuel surcharge","amount":0},{"name":"GST","amount":0.5},{"name":null,"amount":null}],
                  "meta":{"service_name":"ONE","carrier_connection_id":"car_1","rate_provider":"canadapost"}},
                 {"id":"rat_2","carrier_id":"canada-east","carrier_name":"canadapost","currency":"XX","service":"two",
                  "total_charge":1},
                 {"id":"rat_3","carrier_id":"canada-east","carrier_name":"canadapost","service":"three"}],
                 "messages":[
                 {"carrier_id":"canada-east","carrier_name":"canadapost","code":{"a":1},"message":["odd"],"level":"warning"},
                 {"carrier_id":"canada-west","carrier_name":"canadapost","code":1004,"message":"Not today","level":"error"},
                 {"carrier_id":"tele","carrier_name":"teleship","message":"Come again","level":"info"},
                 {"message":"Told to all"}]}""");
        assertThat(rates.rates()).hasSize(1);
        Rate rate = rates.rates().get(0);
        assertThat(rate.connection()).isEqualTo("karrio:canada-east");
        assertThat(rate.total()).hasToString("12.50 CAD");
        assertThat(rate.serviceName()).hasValue("ONE");
        assertThat(rate.transitDays()).hasValue(2);
        assertThat(rate.charges())
                .extracting(Charge::type)
                .containsExactly(Charge.Type.BASE, Charge.Type.DISCOUNT, Charge.Type.TAX);
        assertThat(rate.alerts()).extracting(Alert::text).containsExactly("[\"odd\"]", "Told to all");
        CarrierException west = rates.failures().get("karrio:canada-west");
        assertThat(west.details().carrierCode()).hasValue("1004");
        assertThat(west.details().carrierText()).hasValue("Not today; Told to all");
        assertThat(west.httpStatus()).hasValue(207);
    }

    @Test
    void connectionNobodySpeaksOfDoesNotServeTheLane() {
        Rates rates = rates(200, "{\"rates\":[" + PRICE + "],\"messages\":[]}");
        assertThat(rates.rates()).extracting(Rate::connection).containsExactly("karrio:canada-east");
        assertThat(rates.failures()).isEmpty();
    }

    @Test
    void priceIsThatOfTheIdBeforeThatOfTheLabel() {
        String west = PRICE.replace("}", ",\"meta\":{\"carrier_connection_id\":\"car_2\"}}");
        String lent = PRICE.replace("}", ",\"meta\":{\"carrier_connection_id\":\"another\"}}")
                .replace("canadapost_expedited_parcel", "canadapost_priority");
        Rates rates = rates(200, "{\"rates\":[" + west + "," + lent + "],\"messages\":[]}");
        assertThat(rates.rates())
                .extracting(rate -> rate.connection() + " " + rate.service())
                .containsExactlyInAnyOrder(
                        "karrio:canada-west canadapost_expedited_parcel", "karrio:canada-east canadapost_priority");
    }

    @Test
    void priceOfAnotherConnectionIsNeverBought() {
        drafts("{\"id\":\"shp_1\",\"status\":\"draft\",\"rates\":["
                + PRICE.replace("canada-east", "canada-west")
                + "],\"messages\":[{\"code\":\"E1\",\"message\":\"No price\"}]}");
        CarrierException error = catchThrowableOfType(
                CarrierException.class,
                () -> client.ship(KarrioSaleBed.domestic().build()));
        assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(error).hasMessageContaining("but nothing; it says: No price");
        assertThat(error.details().carrierCode()).hasValue("E1");
        karrio.verify(0, postRequestedFor(urlPathMatching("/v1/shipments/.*/purchase")));
        karrio.verify(1, postRequestedFor(urlPathEqualTo("/v1/shipments/shp_1/cancel")));
    }

    @Test
    void serverThatBuysAtOnceIsNotAskedToBuyAgain() {
        drafts("{\"id\":\"shp_1\",\"status\":\"created\",\"service\":\"other\",\"carrier_name\":\"canadapost\","
                + "\"carrier_id\":\"canada-east\",\"tracking_number\":\"1234\","
                + "\"shipping_documents\":[{\"category\":\"label\",\"format\":\"PDF\",\"base64\":\"JVBERg==\"}]}");
        Shipment shipment = client.ship(KarrioSaleBed.domestic().build());
        assertThat(shipment.trackingNumber()).isEqualTo("1234");
        assertThat(shipment.alerts())
                .extracting(Alert::text)
                .containsExactly("Karrio bought other instead of canadapost_expedited_parcel");
        karrio.verify(0, postRequestedFor(urlPathMatching("/v1/shipments/.*/purchase")));
    }

    @Test
    void labelIsFetchedWhereThePurchaseDidNotBringIt() {
        karrio.stubFor(post(urlPathEqualTo("/v1/shipments/shp_1/documents/label"))
                .willReturn(json("{\"category\":\"label\",\"format\":\"ZPL\",\"base64\":\"XlhB\"}")));
        karrio.stubFor(get(urlPathEqualTo("/v1/shipments/shp_1/receipt.pdf"))
                .willReturn(aResponse().withBody("%PDF-")));
        Shipment shipment = bought("\"tracking_number\":\"1234\",\"shipping_documents\":["
                + "{\"category\":\"receipt\",\"format\":\"PDF\",\"url\":\"/v1/shipments/shp_1/receipt.pdf\"}]");
        assertThat(shipment.labels()).hasSize(1);
        assertThat(shipment.labels().get(0).base64()).hasValue("XlhB");
        assertThat(shipment.documents()).extracting(Document::kind).containsExactly(Document.LABEL, "receipt");
        assertThat(shipment.documents().get(1).base64()).hasValue("JVBERi0=");
    }

    @Test
    void shipmentWithoutNumberIsKnownByWhatThereIs() {
        assertThat(bought("\"shipment_identifier\":\"freight-1\"").trackingNumber())
                .isEqualTo("freight-1");
        Shipment shipment = bought("\"tracking_number\":null,\"parcels\":[{\"id\":\"pcl_1\"}]");
        assertThat(shipment.trackingNumber()).isEqualTo("shp_1");
        assertThat(shipment.parcels()).hasSize(1);
    }

    @Test
    void piecesHaveTheNumbersOfMetaBeforeTheirOwn() {
        Shipment shipment = bought("\"tracking_number\":\"1\",\"meta\":{\"tracking_numbers\":[\"1\",\"2\"],\"n\":7},"
                + "\"parcels\":[{\"reference_number\":\"mine\"},{\"reference_number\":\"yours\"}]");
        assertThat(shipment.parcels()).extracting(ShippedParcel::trackingNumber).containsExactly("1", "2");
        assertThat(shipment.details()).containsEntry("n", "7");
    }

    @Test
    void purchaseThatAnswersNothingIsReadAgain() {
        draftsWithAPrice();
        sells("{}");
        has("{\"id\":\"shp_1\",\"status\":\"shipped\",\"carrier_name\":\"canadapost\",\"carrier_id\":\"canada-east\","
                + "\"tracking_number\":\"1234\"}");
        assertThat(client.ship(KarrioSaleBed.domestic().build()).trackingNumber())
                .isEqualTo("1234");
        karrio.verify(1, postRequestedFor(urlPathEqualTo("/v1/shipments/shp_1/purchase")));
    }

    @Test
    void purchaseThatWasMadeAlreadyIsTheAnswer() {
        draftsWithAPrice();
        karrio.stubFor(post(urlPathEqualTo("/v1/shipments/shp_1/purchase"))
                .willReturn(json("{\"errors\":[{\"code\":\"state_error\",\"message\":\"cannot be purchased again\"}]}")
                        .withStatus(409)));
        has("{\"id\":\"shp_1\",\"status\":\"created\",\"tracking_number\":\"1234\"}");
        assertThat(client.ship(KarrioSaleBed.domestic().build()).trackingNumber())
                .isEqualTo("1234");
        has("{\"id\":\"shp_1\",\"status\":\"cancelled\"}");
        CarrierException error = catchThrowableOfType(
                CarrierException.class,
                () -> client.ship(KarrioSaleBed.domestic().build()));
        assertThat(error.httpStatus()).hasValue(409);
        assertThat(error.details().carrierCode()).hasValue("state_error");
    }

    @Test
    void purchaseOfAStateNobodyKnowsIsUnknown() {
        draftsWithAPrice();
        sells("{\"id\":\"shp_1\",\"status\":\"pending_purchase\"}");
        has("{\"id\":\"shp_1\",\"status\":\"pending_purchase\"}");
        assertThat(catchThrowableOfType(
                        OutcomeUnknownException.class,
                        () -> client.ship(KarrioSaleBed.domestic().build())))
                .isNotNull();
        karrio.verify(0, postRequestedFor(urlPathEqualTo("/v1/shipments/shp_1/cancel")));
    }

    @Test
    void serverThatFiltersNothingFindsNothingOfOthers() {
        karrio.stubFor(
                get(urlPathEqualTo("/v1/shipments"))
                        .willReturn(
                                json(
                                        "{\"count\":1,\"results\":[{\"id\":\"shp_9\",\"status\":\"created\","
                                                + "\"carrier_name\":\"canadapost\",\"carrier_id\":\"canada-east\",\"reference\":\"other\"}]}")));
        assertThat(client.shipments().recover(ShipmentQuery.byReference("karrio:canada-east", "mine")))
                .isEmpty();
    }

    @Test
    void connectionsOfOneCarrierHaveTheirOwnLists() {
        for (int page = 0; page < 3; page++) {
            int first = page * 100;
            String results = IntStream.range(first, Math.min(first + 100, 250))
                    .mapToObj(
                            i -> "{\"id\":\"shp_" + i + "\",\"status\":\"teleported\",\"carrier_name\":\"canadapost\","
                                    + "\"carrier_id\":\"" + (i % 2 == 0 ? "canada-east" : "canada-west") + "\"}")
                    .collect(Collectors.joining(","));
            karrio.stubFor(get(urlPathEqualTo("/v1/shipments"))
                    .withQueryParam("offset", com.github.tomakehurst.wiremock.client.WireMock.equalTo("" + first))
                    .willReturn(json("{\"count\":250,\"next\":" + (page < 2 ? "\"more\"" : "null") + ",\"results\":["
                            + results + "]}")));
        }
        // where the list is not read from a round number on, the rest of a page is answered anew
        karrio.stubFor(get(urlPathEqualTo("/v1/shipments"))
                .withQueryParam("offset", com.github.tomakehurst.wiremock.client.WireMock.equalTo("199"))
                .willReturn(json("{\"count\":250,\"next\":null,\"results\":["
                        + IntStream.range(199, 250)
                                .mapToObj(i -> "{\"id\":\"shp_" + i + "\",\"status\":\"teleported\","
                                        + "\"carrier_name\":\"canadapost\",\"carrier_id\":\""
                                        + (i % 2 == 0 ? "canada-east" : "canada-west") + "\"}")
                                .collect(Collectors.joining(","))
                        + "]}")));
        List<StoredShipment> east = client.shipments().list(ShipmentFilter.of("karrio:canada-east")).stream()
                .toList();
        assertThat(east)
                .extracting(StoredShipment::id)
                .hasSize(125)
                .doesNotHaveDuplicates()
                .startsWith("shp_0", "shp_2");
        assertThat(east).allMatch(shipment -> shipment.status() == ShipmentStatus.UNKNOWN);
        assertThat(east.get(0).carrierStatusCode()).hasValue("teleported");
        karrio.verify(3, getRequestedFor(urlPathEqualTo("/v1/shipments")));
        Page<StoredShipment> middle =
                client.shipments().list(ShipmentFilter.of("karrio:canada-east")).page(60, 5);
        assertThat(middle.items())
                .extracting(StoredShipment::id)
                .containsExactly("shp_120", "shp_122", "shp_124", "shp_126", "shp_128");
        assertThat(middle.total()).isEmpty();
        assertThat(middle.hasMore()).isTrue();
    }

    private static final String OWN = "\"carrier_name\":\"canadapost\",\"carrier_id\":\"canada-east\"";

    private void stores(String shipment) {
        karrio.stubFor(get(urlPathEqualTo("/v1/shipments"))
                .willReturn(json("{\"count\":1,\"next\":null,\"results\":[" + shipment + "]}")));
        has(shipment);
    }

    @Test
    void returnIsHandedOverByWhomTheWayOutEndedWith() {
        stores("{\"id\":\"shp_1\",\"status\":\"created\",\"is_return\":true," + OWN
                + ",\"shipper\":{\"city\":\"Ottawa\",\"country_code\":\"CA\"},"
                + "\"recipient\":{\"city\":\"Toronto\",\"country_code\":\"CA\"}}");
        StoredShipment back = client.shipments().get("karrio:canada-east", "shp_1");
        assertThat(back.sender().flatMap(Address::city)).hasValue("Toronto");
        assertThat(back.recipient().flatMap(Address::city)).hasValue("Ottawa");
    }

    @Test
    void referenceOfAParcelIsNoTrackingNumber() {
        stores("{\"id\":\"shp_1\",\"status\":\"created\",\"tracking_number\":\"1234\"," + OWN
                + ",\"reference\":\"order-1\",\"parcels\":[{\"reference_number\":\"1234\"},"
                + "{\"reference_number\":\"box-2\"}]}");
        Shipment found = client.shipments()
                .recover(ShipmentQuery.byReference("karrio:canada-east", "order-1"))
                .get(0);
        assertThat(found.parcels()).extracting(ShippedParcel::trackingNumber).containsExactly("1234", "1234");
    }

    @Test
    void allParcelsAreNamedByAllTheirNumbers() {
        stores("{\"id\":\"shp_1\",\"status\":\"created\",\"tracking_number\":\"1234\"," + OWN
                + ",\"parcels\":[{\"reference_number\":\"1234\"},{\"reference_number\":\"box-2\"}]}");
        karrio.stubFor(post(urlPathEqualTo("/v1/shipments/shp_1/cancel"))
                .willReturn(json("{\"id\":\"shp_1\",\"status\":\"cancelled\"}")));
        ShipmentQuery all = ShipmentQuery.builder()
                .carrier("karrio:canada-east")
                .id("shp_1")
                .addParcels("1234")
                .build();
        assertThat(client.shipments().cancel(all).cancelled()).isTrue();
    }

    @Test
    void priceThatKarrioMadeUpIsNone() {
        stores("{\"id\":\"shp_1\",\"status\":\"created\"," + OWN
                + ",\"selected_rate\":{\"service\":\"canadapost_priority\",\"currency\":\"USD\",\"total_charge\":0,"
                + "\"meta\":{\"has_alternative_services\":true}}}");
        assertThat(client.shipments().get("karrio:canada-east", "shp_1").price())
                .isEmpty();
    }

    @Test
    void dayOfDeliveryIsInNoZoneOfKarrios() {
        Rates rates = rates(
                200,
                "{\"rates\":["
                        + PRICE.replace("}", ",\"estimated_delivery\":\"2026-03-09T17:00:00Z\"}")
                        + "],\"messages\":[]}");
        DeliveryWindow window = rates.rates().get(0).delivery().orElseThrow();
        assertThat(window.from().orElseThrow().offsetTime()).isEmpty();
        assertThat(window.from().orElseThrow().date()).hasToString("2026-03-09");
    }

    @Test
    void whoStopsWaitingBeforeThePurchaseBuysNothingAndLeavesNoDraft() throws InterruptedException {
        draftsWithAPrice();
        CompletableFuture<CompletableFuture<Shipment>> begun = new CompletableFuture<>();
        CountDownLatch tidied = new CountDownLatch(1);
        karrio.addMockServiceRequestListener((request, response) -> {
            if (request.getUrl().equals("/v1/shipments")) {
                begun.orTimeout(10, TimeUnit.SECONDS).join().cancel(true);
            } else if (request.getUrl().equals("/v1/shipments/shp_1/cancel")) {
                tidied.countDown();
            }
        });
        begun.complete(client.shipAsync(KarrioSaleBed.domestic().build()));
        assertThat(tidied.await(10, TimeUnit.SECONDS)).isTrue();
        karrio.verify(0, postRequestedFor(urlPathEqualTo("/v1/shipments/shp_1/purchase")));
    }

    /** What Karrio's SDK makes of a carrier that does not answer it, or not as it expects. */
    private static ResponseDefinitionBuilder lostBehind() {
        return json("{\"messages\":[{\"code\":\"SHIPPING_SDK_INTERNAL_ERROR\",\"message\":\"timed out\"," + OWN + "}]}")
                .withStatus(424);
    }

    @Test
    void purchaseThatTheCarrierDidNotAnswerKarrioIsUnknown() {
        draftsWithAPrice();
        karrio.stubFor(post(urlPathEqualTo("/v1/shipments/shp_1/purchase")).willReturn(lostBehind()));
        has("{\"id\":\"shp_1\",\"status\":\"draft\"}");
        OutcomeUnknownException error = catchThrowableOfType(
                OutcomeUnknownException.class,
                () -> client.ship(KarrioSaleBed.domestic().build()));
        assertThat(error.reference()).hasValue("order-4711");
        assertThat(error.retryable()).isFalse();
        assertThat(error.details().carrierText())
                .hasValueSatisfying(text -> assertThat(text).contains("timed out"));
        karrio.verify(1, postRequestedFor(urlPathEqualTo("/v1/shipments/shp_1/purchase")));
        karrio.verify(0, postRequestedFor(urlPathEqualTo("/v1/shipments/shp_1/cancel")));
    }

    @Test
    void cancelThatTheCarrierDidNotAnswerKarrioIsUnknown() {
        stores("{\"id\":\"shp_1\",\"status\":\"created\",\"tracking_number\":\"1234\"," + OWN + "}");
        karrio.stubFor(post(urlPathEqualTo("/v1/shipments/shp_1/cancel")).willReturn(lostBehind()));
        assertThat(catchThrowableOfType(
                        OutcomeUnknownException.class,
                        () -> client.shipments().cancel(ShipmentQuery.of("karrio:canada-east", "shp_1"))))
                .isNotNull();
        karrio.verify(1, postRequestedFor(urlPathEqualTo("/v1/shipments/shp_1/cancel")));
    }
}
