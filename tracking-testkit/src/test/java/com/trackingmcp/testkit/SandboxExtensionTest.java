package com.trackingmcp.testkit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.UncheckedIOException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SandboxExtensionTest {

    private static final String DETAILS = "/ups/api/track/v1/details/";

    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final WireMockServer wireMock =
            new WireMockServer(wireMockConfig().dynamicPort().extensions(new SandboxExtension(sandbox)));

    @BeforeEach
    void start() {
        wireMock.start();
    }

    @AfterEach
    void stop() {
        wireMock.stop();
        sandbox.close();
    }

    private SandboxClient client() {
        return new SandboxClient(sandbox.settings(URI.create(wireMock.baseUrl())));
    }

    @Test
    void sandboxAnswersWhereNoStubDoes() {
        wireMock.stubFor(
                get(urlPathEqualTo(DETAILS + SandboxNumbers.UPS_IN_TRANSIT)).willReturn(serverError()));
        assertThat(client().upsTrack(SandboxNumbers.UPS_IN_TRANSIT).status()).isEqualTo(500);
        assertThat(client().upsParcel(SandboxNumbers.UPS_DELIVERED)
                        .at("/currentStatus/code")
                        .asText())
                .isEqualTo("011");
        wireMock.verify(2, postRequestedFor(urlEqualTo("/ups/security/v1/oauth/token")));
        wireMock.verify(1, getRequestedFor(urlPathEqualTo(DETAILS + SandboxNumbers.UPS_DELIVERED)));
    }

    @Test
    void faultsOfWireMockStandBesideTheSandbox() {
        wireMock.stubFor(get(urlPathEqualTo(DETAILS + SandboxNumbers.UPS_IN_TRANSIT))
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThatThrownBy(() -> client().upsTrack(SandboxNumbers.UPS_IN_TRANSIT))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(client().upsTrack(SandboxNumbers.UPS_DELIVERED).status()).isEqualTo(200);
    }

    @Test
    void sandboxStaysAfterMappingsAreReset() {
        wireMock.resetToDefaultMappings();
        assertThat(client().fedexParcel(SandboxNumbers.FEDEX_DELIVERED)
                        .at("/latestStatusDetail/code")
                        .asText())
                .isEqualTo("DL");
    }

    @Test
    void repeatedParametersAndBasicCredentialsComeThrough() {
        assertThat(client().send(client().express("/tracking?shipmentTrackingNumber="
                                + SandboxNumbers.DHL_EXPRESS_DELIVERED + "&shipmentTrackingNumber="
                                + SandboxNumbers.DHL_EXPRESS_IN_TRANSIT))
                        .json()
                        .path("shipments"))
                .hasSize(2);
        assertThat(sandbox.calls("mydhl")).hasSize(1);
    }
}
