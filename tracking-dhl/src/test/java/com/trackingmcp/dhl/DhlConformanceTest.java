package com.trackingmcp.dhl;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.github.tomakehurst.wiremock.http.Request;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.model.TrackingReference;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is sent to MyDHL, held against its published description; skipped where that is not at hand. */
class DhlConformanceTest extends DhlTestBed {
    private static final Path DESCRIPTION =
            Path.of(System.getProperty("carrier.specs", "none"), "dhl", "mydhl-express-3.1.1.yaml");
    private static String text;
    private static OpenApiInteractionValidator validator;

    @BeforeAll
    static void reads() throws IOException {
        assumeTrue(Files.exists(DESCRIPTION), "the published description is not at hand");
        // It holds tab characters, which YAML does not allow.
        text = Files.readString(DESCRIPTION).replace("\t", "    ");
        validator = OpenApiInteractionValidator.createForInlineApiSpecification(text)
                .withBasePathOverride("/mydhl")
                .build();
    }

    private Map<String, String> account() {
        return Map.of("DHL_EXPRESS_ACCOUNT_NUMBER", "123456789");
    }

    @Test
    void everyRequestIsValid() {
        dhl.stubFor(get(urlPathMatching("/mydhl/tracking")).willReturn(json(200, "mydhl/batch_of_three_of_five.json")));
        dhl.stubFor(get(urlPathMatching(".*/proof-of-delivery")).willReturn(json(200, "mydhl/proof_of_delivery.json")));
        TrackingClient client = client(express(), account());

        client.track(List.of("7957673080", "4818240420", "JD014600006281230704"));
        client.trackByReference(
                TrackingReference.builder().value("PO 4711/ä").type("cu").build());
        client.proofOfDelivery("7957673080");

        assertThat(dhl.getAllServeEvents())
                .hasSize(4)
                .allSatisfy(event -> assertThat(validator
                                .validateRequest(request(event.getRequest()))
                                .getMessages())
                        .isEmpty());
    }

    @Test
    void theDescriptionWouldNoticeAMissingVersion() {
        assertThat(validator
                        .validateRequest(SimpleRequest.Builder.get("/mydhl/tracking")
                                .withQueryParam("levelOfDetail", "nothing")
                                .build())
                        .getMessages())
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void readsThePublishedTrackingSample() throws IOException {
        Example sample = new OpenAPIV3Parser()
                .readContents(text)
                .getOpenAPI()
                .getPaths()
                .get("/shipments/{shipmentTrackingNumber}/tracking")
                .getGet()
                .getResponses()
                .get("200")
                .getContent()
                .get("application/json")
                .getExamples()
                .values()
                .iterator()
                .next();
        String body = Json.mapper().writeValueAsString(sample.getValue());
        dhl.stubFor(get(anyUrl()).willReturn(aResponse().withBody(body)));

        TrackingResult parcel = track(client(express()), "1234567890");

        assertThat(parcel.status()).isEqualTo(TrackingStatus.DELIVERED);
        assertThat(parcel.events()).hasSize(13);
        assertThat(parcel.events().get(0).carrierStatusCode()).contains("OK");
        assertThat(parcel.events().get(12).carrierStatusCode()).contains("PU");
        assertThat(parcel.signedBy()).isEmpty();
        assertThat(parcel.weight()).hasToString("Optional[0.99 kg]");
    }

    private static com.atlassian.oai.validator.model.Request request(Request sent) {
        URI uri = URI.create(sent.getUrl());
        SimpleRequest.Builder request = SimpleRequest.Builder.get(uri.getPath());
        for (String pair : uri.getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            request.withQueryParam(decode(parts[0]), decode(parts[1]));
        }
        sent.getHeaders().all().forEach(header -> request.withHeader(header.key(), header.values()));
        return request.build();
    }

    private static String decode(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }
}
