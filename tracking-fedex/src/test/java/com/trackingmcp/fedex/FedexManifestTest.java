package com.trackingmcp.fedex;

import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.LabelFormat;
import com.trackingmcp.model.Manifest;
import com.trackingmcp.model.ManifestRequest;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.testkit.SandboxCall;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The end of Ground's day: closed once, printed as often as one likes. */
class FedexManifestTest {
    private final FedexBed bed = new FedexBed();
    private final LocalDate today = FedexDeskBed.today(bed.sandbox.clock());

    @AfterEach
    void stop() {
        bed.close();
    }

    private Manifest close() {
        return bed.client.manifests().close(ManifestRequest.of("fedex", today));
    }

    private static String text(Document document) {
        return new String(document.content().orElseThrow(), StandardCharsets.UTF_8);
    }

    private List<String> sent() {
        return bed.sandbox.callsWithoutTokens("fedex").stream()
                .map(SandboxCall::operation)
                .toList();
    }

    @Test
    void the_manifest_of_a_day_names_what_ground_was_given() {
        Shipment ground = bed.client.ship(
                FedexOrders.domesticBut().service("FEDEX_GROUND").build());
        Shipment express =
                bed.client.ship(FedexOrders.domesticBut().service("FEDEX_2_DAY").build());
        Shipment tomorrow = bed.client.ship(FedexOrders.domesticBut()
                .service("FEDEX_GROUND")
                .shipDate(today.plusDays(1))
                .build());

        Manifest manifest = close();

        assertThat(manifest.carrier()).isEqualTo("fedex");
        assertThat(manifest.connection()).isEqualTo("fedex");
        assertThat(manifest.date()).isEqualTo(today);
        assertThat(manifest.id()).isEmpty();
        assertThat(manifest.alerts()).isEmpty();
        assertThat(manifest.documents()).singleElement().satisfies(document -> {
            assertThat(document.kind()).isEqualTo("manifest");
            assertThat(document.mediaType()).isEmpty();
            assertThat(text(document))
                    .contains(ground.trackingNumber())
                    .doesNotContain(express.trackingNumber())
                    .doesNotContain(tomorrow.trackingNumber());
        });
        assertThat(sent()).containsExactly("ship", "ship", "ship", "manifest");
    }

    @Test
    void the_papers_of_a_day_are_printed_again_by_day_or_number() {
        Shipment ground = bed.client.ship(
                FedexOrders.domesticBut().service("FEDEX_GROUND").build());
        Manifest manifest = close();

        Manifest byDay = bed.client.manifests().reprint(ManifestRequest.of("fedex", today));
        Manifest byNumber = bed.client
                .manifests()
                .reprint(ManifestRequest.builder()
                        .date(today)
                        .addTrackingNumbers(ground.trackingNumber())
                        .build());

        assertThat(byDay).isEqualTo(manifest);
        assertThat(byNumber).isEqualTo(manifest);
    }

    @Test
    void a_day_to_come_is_not_closed_and_one_that_was_not_closed_not_printed() {
        CarrierException early = catchThrowableOfType(
                CarrierException.class,
                () -> bed.client.manifests().close(ManifestRequest.of("fedex", today.plusDays(1))));
        CarrierException open = catchThrowableOfType(
                CarrierException.class, () -> bed.client.manifests().reprint(ManifestRequest.of("fedex", today)));

        for (CarrierException refusal : List.of(early, open)) {
            assertThat(refusal.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
            assertThat(refusal.carrierCode()).contains("AVAILABILITY.SHIP.DATE.INVALID");
        }
    }

    @Test
    void all_that_is_missing_or_wrong_is_told_before_anything_is_sent() {
        CarrierException several = catchThrowableOfType(
                CarrierException.class,
                () -> bed.client
                        .manifests()
                        .close(ManifestRequest.builder()
                                .addTrackingNumbers("1", "2")
                                .build()));
        CarrierException one = catchThrowableOfType(
                CarrierException.class,
                () -> bed.client
                        .manifests()
                        .close(ManifestRequest.builder()
                                .date(today)
                                .addTrackingNumbers("1")
                                .build()));

        assertThat(FedexDeskBed.paths(several)).containsExactly("date", "tracking_numbers");
        assertThat(FedexDeskBed.paths(one)).containsExactly("tracking_numbers");
        assertThat(bed.sandbox.calls("fedex")).isEmpty();
    }

    @Test
    void a_day_whose_answer_is_lost_may_be_closed_and_is_closed_once() {
        bed.sandbox.fail("fedex").on("manifest").withLostAnswer().times(1);

        CarrierException lost = catchThrowableOfType(CarrierException.class, this::close);

        assertThat(lost).isInstanceOf(OutcomeUnknownException.class);
        assertThat(lost.reference()).contains("the manifest of " + today);
        assertThat(sent()).containsExactly("manifest");
        assertThat(bed.client
                        .manifests()
                        .reprint(ManifestRequest.of("fedex", today))
                        .documents())
                .hasSize(1);
    }

    @Test
    void printing_again_is_asked_for_again_where_the_server_is_broken() {
        close();
        bed.sandbox.fail("fedex").on("manifest-reprint").with(503).times(1);

        assertThat(bed.client
                        .manifests()
                        .reprint(ManifestRequest.of("fedex", today))
                        .documents())
                .hasSize(1);
    }

    /** FedEx's answers in their shapes. */
    @Nested
    class Shapes {
        private static final String CLOSE = "/ship/v1/endofday/";

        private final FedexServer fedex = new FedexServer().with("FEDEX_ACCOUNT_NUMBER", "100200300");
        private final TrackingClient client = fedex.client();

        @AfterEach
        void stop() {
            client.close();
            fedex.close();
        }

        private Manifest closed(String body) {
            fedex.http.stubFor(put(urlEqualTo(CLOSE)).willReturn(jsonResponse(body.replace('\'', '"'), 200)));
            return client.manifests().close(ManifestRequest.of("fedex", today));
        }

        @Test
        void a_day_is_closed_by_what_its_description_calls_for() {
            closed("{'output':{}}");

            assertThat(fedex.http
                            .findAll(putRequestedFor(urlEqualTo(CLOSE)))
                            .get(0)
                            .getBodyAsString())
                    .isEqualTo("{\"closeReqType\":\"GCDR\",\"accountNumber\":{\"value\":\"100200300\"},"
                            + "\"groundServiceCategory\":\"GROUND\",\"closeDate\":\"2026-02-10\","
                            + "\"closeDocumentSpecification\":{\"closeDocumentTypes\":[\"MANIFEST\",\"OP_950\"]}}");
        }

        @Test
        void papers_in_parts_are_told_in_their_order_by_what_they_are() {
            Manifest manifest = closed("{'output':{'closeDocuments':[{'type':'OP_950','parts':["
                    + "{'documentPartSequenceNumber':2,'image':'aVZCT1I='},"
                    + "{'documentPartSequenceNumber':1,'image':'JVBERi0xLjQ='},{'documentPartSequenceNumber':3}]}],"
                    + "'alerts':[{'code':'X','message':'a note'}]}}");

            assertThat(manifest.documents()).extracting(Document::kind).containsExactly("op_950", "op_950");
            assertThat(manifest.documents().get(0).format()).contains(LabelFormat.PDF);
            assertThat(manifest.documents().get(0).mediaType()).contains("application/pdf");
            assertThat(manifest.documents().get(1).format()).isEmpty();
            assertThat(manifest.alerts()).hasSize(1);
        }

        @Test
        void a_day_of_which_nothing_is_told_may_be_closed() {
            CarrierException unclear = catchThrowableOfType(CarrierException.class, () -> closed("{}"));

            assertThat(unclear.code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        }

        @Test
        void errors_beside_no_papers_are_a_refusal() {
            CarrierException refusal = catchThrowableOfType(
                    CarrierException.class,
                    () -> closed("{'output':{'alerts':[]},'errors':[{'code':'AVAILABILITY.SHIP.DATE.INVALID',"
                            + "'message':'Invalid ship date'}]}"));

            assertThat(refusal.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
            assertThat(refusal.carrierCode()).contains("AVAILABILITY.SHIP.DATE.INVALID");
        }
    }
}
