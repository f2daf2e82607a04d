package com.trackingmcp.testkit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.MappingsLoaderExtension;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The sandbox inside a WireMock server: every path of a carrier is answered by the sandbox unless a stub of yours says
 * otherwise, and WireMock's verification, faults, delays and journal work on all of it.
 *
 * <p>Safe for use by many threads; lives as long as the WireMock server and answers while the sandbox is open.
 * Register it with {@code WireMockConfiguration.extensions(new SandboxExtension(sandbox))} and point the client at
 * {@code sandbox.settings(URI.create(wireMock.baseUrl()))}. Needs {@code org.wiremock:wiremock} on the class path,
 * which the rest of this module does not.
 */
public final class SandboxExtension implements ResponseDefinitionTransformerV2, MappingsLoaderExtension {

    private static final String NAME = "carrier-sandbox";
    private static final String EVERY_CARRIER = "/(fedex|ups|dhl-unified|dhl-locations|dhl-ecommerce|mydhl|karrio)/.*";

    /** Behind the priority WireMock gives a stub that does not ask for one, which is 5. */
    private static final int LAST = 1000;

    private final CarrierSandbox sandbox;

    public SandboxExtension(CarrierSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    /** Called by WireMock when it starts and when its mappings are reset to their defaults. */
    @Override
    public void loadMappingsInto(StubMappings mappings) {
        mappings.addMapping(any(urlPathMatching(EVERY_CARRIER))
                .atPriority(LAST)
                .willReturn(aResponse().withTransformers(NAME))
                .build());
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        SandboxResponse response = sandbox.answer(read(event.getRequest()));
        ResponseDefinitionBuilder builder = ResponseDefinitionBuilder.responseDefinition();
        if (response.status() == 0) {
            return builder.withFault(Fault.CONNECTION_RESET_BY_PEER).build();
        }
        if (response.cut()) {
            return builder.withFault(Fault.RANDOM_DATA_THEN_CLOSE).build();
        }
        builder.withStatus(response.status()).withBody(response.bytes());
        response.headers().forEach(builder::withHeader);
        return builder.build();
    }

    private static SandboxRequest read(LoggedRequest request) {
        URI uri = URI.create(request.getAbsoluteUrl());
        Map<String, String> headers = new LinkedHashMap<>();
        request.getHeaders().all().forEach(header -> headers.put(header.key(), header.firstValue()));
        String query = uri.getRawQuery();
        return new SandboxRequest(
                request.getMethod().getName(),
                uri.getPath(),
                SandboxRequest.parse(query == null ? "" : query),
                headers,
                SandboxRequest.text(request.getBody(), headers));
    }
}
