package com.trackingmcp.verification.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.fedex.FedexCarrierProvider;
import com.trackingmcp.model.DocumentUpload;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShippedFor;
import com.trackingmcp.model.TradeDocument;
import com.trackingmcp.model.TradeDocumentKind;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxErrands;
import com.trackingmcp.testkit.SandboxOrders;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The forms of parts in which papers go to FedEx, which the validator of all else does not look into. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FedexFormConformanceTest {
    private static final String FORM = "multipart/form-data";
    private static final String JSON = "application/json";

    /** Its description, as if the parts were members of an object. */
    private static OpenApiInteractionValidator validator() {
        String description = SpecReader.json(CarrierSpecs.folder().resolve(CarrierDocument.FEDEX_DOCUMENTS.file()));
        return OpenApiInteractionValidator.createForInlineApiSpecification(description.replace(FORM, JSON))
                .build();
    }

    @Test
    void the_parts_of_a_form_are_what_the_description_allows() throws Exception {
        OpenApiInteractionValidator validator = validator();
        try (CarrierSandbox sandbox = CarrierSandbox.start();
                RecordingProxy proxy = RecordingProxy.before(sandbox.uri());
                TrackingClient client = TrackingClient.builder()
                        .providers(List.of(new FedexCarrierProvider()))
                        .config(ConfigSource.of(sandbox.settings(proxy.root())))
                        .clock(sandbox.clock())
                        .build()) {
            upload(sandbox, client);
            List<Exchange> forms = proxy.recorded().stream()
                    .filter(exchange -> exchange.document() == CarrierDocument.FEDEX_DOCUMENTS)
                    .toList();
            assertThat(forms).hasSize(TradeDocumentKind.values().length + 1);
            assertThat(forms)
                    .allSatisfy(form -> assertThat(
                                    validator.validateRequest(request(form)).getMessages())
                            .isEmpty());
        }
    }

    private static void upload(CarrierSandbox sandbox, TrackingClient client) {
        DocumentUpload upload =
                SandboxErrands.of("fedex", sandbox.clock()).document().orElseThrow();
        for (TradeDocumentKind kind : TradeDocumentKind.values()) {
            client.documents()
                    .upload(DocumentUpload.builder()
                            .from(upload)
                            .document(TradeDocument.builder()
                                    .from(upload.document().orElseThrow())
                                    .kind(kind)
                                    .build())
                            .build());
        }
        Shipment bought = client.ship(SandboxOrders.international("fedex").build());
        LocalDate today = LocalDate.ofInstant(sandbox.clock().instant(), ZoneOffset.UTC);
        client.documents()
                .uploadAndAttach(DocumentUpload.builder()
                        .from(upload)
                        .shipment(ShippedFor.of(bought, today))
                        .build());
    }

    private static SimpleRequest request(Exchange form) {
        String body = form.body();
        int start = body.indexOf("\r\n\r\n") + 4;
        String document = body.substring(start, body.indexOf("\r\n--", start));
        assertThat(body).contains("name=\"attachment\"");
        return new SimpleRequest.Builder("POST", form.path())
                .withHeader("Content-Type", JSON)
                .withHeader("Authorization", "Bearer test-token")
                .withBody("{\"attachment\":\"a file\",\"document\":" + document + "}")
                .build();
    }
}
