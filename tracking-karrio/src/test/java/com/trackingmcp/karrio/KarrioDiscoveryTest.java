package com.trackingmcp.karrio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.ConnectedCarrier;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.model.Catalog;
import com.trackingmcp.model.CatalogOption;
import com.trackingmcp.model.CatalogService;
import com.trackingmcp.spi.GatewayConnection;
import com.trackingmcp.testkit.CarrierSandbox;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KarrioDiscoveryTest extends KarrioTestBed {
    private static String connection(String id, String name, String label, String more) {
        return "{\"id\":\"%s\",\"carrier_name\":\"%s\",\"carrier_id\":\"%s\"%s}".formatted(id, name, label, more);
    }

    private List<ConnectedCarrier> behind(TrackingClient client) {
        return client.carriers().stream()
                .filter(one -> one.gateway().isPresent())
                .toList();
    }

    private static GatewayConnection way(ConnectedCarrier carrier) {
        return carrier.gateway().orElseThrow();
    }

    @Test
    void everyConnectionOfTheServerIsACarrierWithItsLabelItsMoverAndItsServersId() {
        connections(CANADA_POST, connection("car_2", "mydhl", "express", ",\"display_name\":\"DHL Express\""));

        assertThat(behind(client()))
                .extracting(
                        ConnectedCarrier::carrier,
                        ConnectedCarrier::connection,
                        ConnectedCarrier::name,
                        one -> way(one).mover(),
                        one -> way(one).serverId(),
                        one -> way(one).label(),
                        one -> way(one).gateway())
                .containsExactly(
                        tuple(
                                "karrio:canadapost",
                                "karrio:canada-east",
                                "Canada Post",
                                "canada-post",
                                "car_1",
                                "canada-east",
                                "karrio"),
                        tuple("karrio:mydhl", "karrio:express", "DHL Express", "dhl", "car_2", "express", "karrio"));
    }

    @Test
    void onlyActiveOnesAreAskedFor() {
        connections(CANADA_POST, connection("car_2", "dpd", "off", ",\"active\":false"));

        assertThat(behind(client())).hasSize(1);
        karrio.verify(
                getRequestedFor(urlPathEqualTo(BASE + "/v1/connections")).withQueryParam("active", equalTo("true")));
    }

    @Test
    void ofTwoWithOneLabelTheLaterIsKnownByTheServersId() {
        connections(
                connection("car_1", "usps", "post", ""), connection("car_2", "usps", "post", ",\"is_system\":true"));

        assertThat(behind(client()))
                .extracting(ConnectedCarrier::connection, one -> way(one).serverId())
                .containsExactlyInAnyOrder(tuple("karrio:post", "car_1"), tuple("karrio:car_2", "car_2"));
    }

    @Test
    void oneThatIsLentTakesNoNameOfOnesOwnThoughItIsNewer() {
        connections(
                connection("car_2", "usps", "post", ",\"is_system\":true"), connection("car_1", "usps", "post", ""));

        assertThat(behind(client()))
                .extracting(ConnectedCarrier::connection, one -> way(one).serverId())
                .containsExactlyInAnyOrder(tuple("karrio:post", "car_1"), tuple("karrio:car_2", "car_2"));
    }

    @Test
    void whatNamesNoCarrierCannotBeAskedAndCostsNoOther() {
        connections("{\"id\":\"car_9\"}", "{}", "[]", CANADA_POST);

        assertThat(behind(client())).extracting(ConnectedCarrier::connection).containsExactly("karrio:canada-east");
    }

    @Test
    void aCarrierNobodyHeardOfMovesItsParcelsItself() {
        connections(connection("car_1", "pigeonpost", "coo", ""));

        assertThat(way(behind(client()).get(0)).mover()).isEqualTo("pigeonpost");
    }

    @Test
    void aGatewayOfAnotherNameLendsItToItsCarriers() {
        KarrioConfig config = KarrioConfig.builder()
                .connection("karrio-eu")
                .baseUri(URI.create(settings.get("KARRIO_API_URL")))
                .apiKey("test-key")
                .build();
        try (TrackingClient client =
                TrackingClient.builder().carrier(Karrio.carrier(config)).build()) {
            assertThat(behind(client))
                    .extracting(ConnectedCarrier::connection, one -> way(one).gateway())
                    .containsExactly(tuple("karrio-eu:canada-east", "karrio-eu"));
        }
    }

    @Test
    void aListOfSeveralPartsIsReadToItsEnd() {
        for (int offset : new int[] {0, 100}) {
            String part = IntStream.range(offset, Math.min(offset + 100, 150))
                    .mapToObj(i -> connection("car_" + i, "dpd", "dpd-" + i, ""))
                    .collect(Collectors.joining(","));
            karrio.stubFor(get(urlPathEqualTo(BASE + "/v1/connections"))
                    .withQueryParam("offset", equalTo(String.valueOf(offset)))
                    .willReturn(json("{\"count\":150,\"next\":"
                            + (offset == 0 ? "\"http://inner.example/v1/connections?offset=100\"" : "null")
                            + ",\"results\":[" + part + "]}")));
        }

        assertThat(behind(client())).hasSize(150);
    }

    @Test
    void aConnectionCanWhatKarrioSaysAndEverythingWhereItSaysNothing() {
        connections(
                CANADA_POST,
                connection("car_2", "dpd", "dpd", ",\"capabilities\":[\"shipping\"]"),
                connection("car_3", "gls", "gls", ""));

        List<ConnectedCarrier> all = behind(client());
        assertThat(all)
                .filteredOn(one -> one.capabilities().contains("track"))
                .extracting(ConnectedCarrier::connection)
                .containsExactlyInAnyOrder("karrio:canada-east", "karrio:gls");
    }

    @Test
    void withoutCataloguesTheCarriersAreThereAllTheSame() {
        karrio.stubFor(get(urlPathEqualTo(BASE + "/v1/carriers"))
                .willReturn(aResponse().withStatus(500)));

        assertThat(behind(client())).extracting(ConnectedCarrier::catalog).containsExactly(Catalog.empty());
    }

    @Test
    void servicesOptionsAndPackagingsAreThoseTheServerTells() {
        try (CarrierSandbox sandbox = CarrierSandbox.start();
                TrackingClient client = TrackingClient.builder()
                        .cache(CachePolicy.off())
                        .providers(List.of(new KarrioCarrierProvider()))
                        .config(sandbox.config())
                        .clock(sandbox.clock())
                        .build()) {
            List<ConnectedCarrier> all = behind(client);
            assertThat(all)
                    .extracting(ConnectedCarrier::connection)
                    .containsExactlyInAnyOrder(
                            "karrio:canada-east",
                            "karrio:puro",
                            "karrio:dpd",
                            "karrio:fedex-reseller",
                            "karrio:express",
                            "karrio:usps-shared");
            Catalog catalog = catalog(all, "karrio:canada-east");
            CatalogService service =
                    catalog.service("canadapost_expedited_parcel").orElseThrow();
            assertThat(service.name()).isNotBlank();
            assertThat(service.remark())
                    .hasValueSatisfying(text -> assertThat(text).contains("DOM.EP"));
            Optional<CatalogOption> signature = catalog.options().stream()
                    .filter(option -> option.name().equals("canadapost_signature"))
                    .findFirst();
            assertThat(signature.orElseThrow().type()).isEqualTo(CatalogOption.Type.FLAG);
            assertThat(catalog(all, "karrio:puro").packagings())
                    .extracting(one -> one.code())
                    .contains("pak");
        }
    }

    private static Catalog catalog(List<ConnectedCarrier> all, String connection) {
        return all.stream()
                .filter(one -> one.connection().equals(connection))
                .findFirst()
                .orElseThrow()
                .catalog();
    }
}
