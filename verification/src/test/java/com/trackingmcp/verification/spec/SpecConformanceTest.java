package com.trackingmcp.verification.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** That the harness itself lets the right through and catches the wrong, on exchanges made by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SpecConformanceTest {
    private static final String UPS_DETAILS = "/ups/api/track/v1/details/1Z12345E0205271688";

    private Path specs = Path.of("");

    @BeforeAll
    void findTheDescriptions() {
        specs = CarrierSpecs.folder();
    }

    @Test
    void right_exchanges_pass_for_each_document() {
        SpecConformance conformance = new SpecConformance(specs, List.of());

        List<Exchange> right = List.of(
                fedexToken()
                        .answered(200, "{'access_token':'t','token_type':'bearer','expires_in':3599,'scope':'CXS'}"),
                fedexTrack("{'trackingInfo':[{'trackingNumberInfo':{'trackingNumber':'123456789012'}}],"
                                + "'includeDetailedScans':true}")
                        .answered(
                                200,
                                "{'transactionId':'1','output':{'completeTrackResults':[{'trackingNumber':"
                                        + "'123456789012','trackResults':[{'latestStatusDetail':{'code':'DL'}}]}]}}"),
                upsToken().answered(200, "{'access_token':'t','token_type':'Bearer','expires_in':'14399'}"),
                upsDetails()
                        .answered(
                                200,
                                "{'trackResponse':{'shipment':[{'inquiryNumber':'1Z12345E0205271688',"
                                        + "'package':[{'trackingNumber':'1Z12345E0205271688','packageCount':1}]}]}}"),
                myDhl().answered(200, "{'shipments':[{'shipmentTrackingNumber':'9356579890','events':[]}]}"),
                myDhl().answered(404, "{'title':'No data found','status':'404'}"));

        assertThat(right)
                .allSatisfy(exchange -> assertThat(conformance.check(exchange)).isEmpty());
        assertThat(conformance.conclude())
                .isEqualTo("Spec conformance: 5 operations x 6 requests x 6 responses validated against 5 documents;"
                        + " deviations used: none");
    }

    @Test
    void a_required_field_left_out_of_a_request_is_found() {
        assertThat(check(fedexTrack("{'trackingInfo':[{'trackingNumberInfo':{'trackingNumber':'123456789012'}}]}")
                        .answered(200, "{'transactionId':'1'}")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.operation()).isEqualTo("POST /track/v1/trackingnumbers");
                    assertThat(finding.key()).isEqualTo("validation.request.body.schema.required");
                    assertThat(finding.path()).isEqualTo("includeDetailedScans");
                });
    }

    @Test
    void a_field_left_out_of_a_form_is_found() {
        assertThat(check(HandMadeExchange.of("POST", "/fedex/oauth/token")
                        .form("grant_type=client_credentials&client_id=a")
                        .answered(200, "{'access_token':'t','token_type':'bearer','expires_in':1,'scope':'s'}")))
                .extracting(Finding::path)
                .containsExactly("client_secret");
    }

    @Test
    void a_header_left_out_is_found() {
        assertThat(check(HandMadeExchange.of("GET", UPS_DETAILS)
                        .header("Authorization", "Bearer t")
                        .header("transId", "1")
                        .answered(200, "{'trackResponse':{'shipment':[]}}")))
                .extracting(Finding::path)
                .containsExactly("header:transactionSrc");
    }

    @Test
    void a_query_value_outside_of_the_list_is_found() {
        assertThat(check(myDhl().query("trackingView", "all").answered(200, "{'shipments':[]}")))
                .extracting(Finding::path)
                .containsExactly("query:trackingView");
    }

    @Test
    void a_wrong_type_deep_in_a_response_is_found_where_it_is() {
        assertThat(check(upsDetails()
                        .answered(200, "{'trackResponse':{'shipment':[{'package':[{},{'packageCount':'two'}]}]}}")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.operation()).isEqualTo("GET /track/v1/details/{inquiryNumber}");
                    assertThat(finding.key()).isEqualTo("validation.response.body.schema.type");
                    assertThat(finding.path()).isEqualTo("trackResponse/shipment/package/packageCount");
                });
    }

    @Test
    void of_several_forms_of_a_body_the_one_it_has_is_looked_into() {
        assertThat(check(upsPickup("{'PickupTriggerGWNRequest':{'Request':{},'ServiceDateOption':'01'}}")))
                .extracting(finding -> finding.key() + " " + finding.path())
                .containsExactly("validation.request.body.schema.required PickupTriggerGWNRequest/AccountNumber");
        assertThat(check(upsPickup("{}")))
                .extracting(Finding::key)
                .containsExactly("validation.request.body.schema.oneOf");
    }

    private static Exchange upsPickup(String json) {
        return HandMadeExchange.of("POST", "/ups/api/pickupcreation/v2409/pickup")
                .header("Authorization", "Bearer t")
                .json(json)
                .answered(400, "{'response':{'errors':[]}}");
    }

    @Test
    void properties_nobody_declared_are_found_each_alone() {
        assertThat(check(myDhl().answered(200, "{'shipments':[{'colour':'red','mood':'blue','events':[]}]}")))
                .extracting(Finding::path)
                .containsExactly("shipments/colour", "shipments/mood");
    }

    @Test
    void a_status_and_a_path_the_description_does_not_have_are_found() {
        assertThat(check(upsDetails().answered(429, "{'response':{'errors':[]}}")))
                .extracting(finding -> finding.key() + " " + finding.path())
                .containsExactly("validation.response.status.unknown status:429");
        assertThat(check(HandMadeExchange.of("GET", "/ups/api/track/v2/details/1Z12345E0205271688")
                        .answered(200, "{}")))
                .extracting(Finding::key)
                .contains("validation.request.path.missing");
    }

    @Test
    void a_finding_that_a_deviation_names_passes_and_is_told_at_the_end() {
        SpecConformance conformance = new SpecConformance(specs, List.of(undeclared429("ups-429")));

        assertThat(conformance.check(upsDetails().answered(429, "{'response':{'errors':[]}}")))
                .isEmpty();
        assertThat(conformance.conclude()).endsWith("deviations used: ups-429");
    }

    @Test
    void a_finding_that_no_deviation_names_fails_the_run() {
        SpecConformance conformance = new SpecConformance(specs, List.of());
        conformance.check(upsDetails().answered(429, "{'response':{'errors':[]}}"));

        assertThatThrownBy(conformance::conclude)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GET /track/v1/details/{inquiryNumber}")
                .hasMessageContaining("validation.response.status.unknown")
                .hasMessageContaining("1 times, in GET /api/track/v1/details/1Z12345E0205271688 -> 429");
    }

    @Test
    void a_deviation_that_explains_nothing_fails_the_run() {
        SpecConformance conformance = new SpecConformance(specs, List.of(undeclared429("stale")));
        conformance.check(upsDetails().answered(200, "{'trackResponse':{'shipment':[]}}"));

        assertThatThrownBy(conformance::conclude).hasMessageContaining("\"stale\" explains nothing any more");
    }

    @Test
    void a_run_that_validated_nothing_fails() {
        assertThatThrownBy(new SpecConformance(specs, List.of())::conclude)
                .hasMessageContaining("Nothing was validated");
    }

    @Test
    void every_description_can_be_read() {
        for (CarrierDocument document : CarrierDocument.values()) {
            assertThatCode(() -> SpecReader.json(specs.resolve(document.file())))
                    .doesNotThrowAnyException();
        }
    }

    private List<Finding> check(Exchange exchange) {
        return new SpecConformance(specs, List.of()).check(exchange);
    }

    private static KnownDeviation undeclared429(String name) {
        return new KnownDeviation(
                name,
                CarrierDocument.UPS_TRACKING,
                "*",
                "validation.response.status.unknown",
                "status:429",
                "Every UPS API answers 429 when asked too often; this document forgot it.");
    }

    private static HandMadeExchange fedexToken() {
        return HandMadeExchange.of("POST", "/fedex/oauth/token")
                .form("grant_type=client_credentials&client_id=a&client_secret=b");
    }

    private static HandMadeExchange fedexTrack(String json) {
        return HandMadeExchange.of("POST", "/fedex/track/v1/trackingnumbers")
                .header("Authorization", "Bearer t")
                .json(json);
    }

    private static HandMadeExchange upsToken() {
        return HandMadeExchange.of("POST", "/ups/security/v1/oauth/token")
                .header("Authorization", "Basic YTpi")
                .form("grant_type=client_credentials");
    }

    private static HandMadeExchange upsDetails() {
        return HandMadeExchange.of("GET", UPS_DETAILS)
                .header("Authorization", "Bearer t")
                .header("transId", "1")
                .header("transactionSrc", "test")
                .query("locale", "en_US");
    }

    private static HandMadeExchange myDhl() {
        return HandMadeExchange.of("GET", "/mydhl/tracking")
                .header("Authorization", "Basic YTpi")
                .header("x-version", "3.1.0")
                .query("shipmentTrackingNumber", "9356579890");
    }
}
