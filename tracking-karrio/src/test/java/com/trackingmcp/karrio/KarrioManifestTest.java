package com.trackingmcp.karrio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.Manifest;
import com.trackingmcp.model.ManifestRequest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a manifest looks like on Karrio's wire, and what is made of its answers. */
class KarrioManifestTest extends KarrioDeskBed {
    private static final String MANIFESTS = "/v1/manifests";
    private static final String SHIPMENTS = "/v1/shipments";
    private static final String PAPER = MANIFESTS + "/manf_1/document";
    private static final String MADE = "{'id':'manf_1','carrier_name':'canadapost','carrier_id':'canada-east',"
            + "'shipment_identifiers':['a','b'],'manifest_url':'/v1/manifests/manf_1/manifest.pdf',"
            + "'meta':{'request_id':'other'},'messages':[],'test_mode':true}";
    private static final Document PRINTED = Document.builder()
            .kind("manifest")
            .mediaType("application/pdf")
            .base64("JVBERi0=")
            .build();

    @BeforeEach
    void makes() {
        answers("POST", MANIFESTS, 201, MADE);
        answers("GET", MANIFESTS, 200, page(MADE));
        answers(
                "POST",
                PAPER,
                200,
                "{'category':'manifest','format':'PDF','url':'/v1/manifests/manf_1/manifest.pdf','base64':'JVBERi0='}");
        answers(
                "GET",
                SHIPMENTS,
                200,
                page(shipment("shp_1", "7023", "created"), shipment("shp_2", "7024", "created")));
    }

    private static String shipment(String id, String number, String status) {
        return "{'id':'" + id + "','status':'" + status + "','carrier_id':'canada-east','tracking_number':'" + number
                + "'}";
    }

    private static ManifestRequest.Builder day() {
        return ManifestRequest.builder()
                .carrier(CANADA)
                .date(LocalDate.parse("2026-03-05"))
                .address(ottawa().build());
    }

    private Manifest close(ManifestRequest.Builder request) {
        return client.manifests().close(request.build());
    }

    @Test
    void closesWhatIsNamedByNumberOrId() {
        Manifest closed = close(day().trackingNumbers(List.of("7023", "shp_2", "7023")));

        assertThat(body("POST", MANIFESTS).path("carrier_name").asText()).isEqualTo("canadapost");
        assertThat(body("POST", MANIFESTS).path("shipment_ids")).isEqualTo(read("['shp_1','shp_2']"));
        assertThat(body("POST", MANIFESTS).at("/address/postal_code").asText()).isEqualTo("K1A 0B1");
        assertThat(sent("GET", SHIPMENTS))
                .extracting(asked -> query(asked, "id") + query(asked, "tracking_number"))
                .containsExactlyInAnyOrder("shp_2", "7023");
        assertThat(sent("GET", SHIPMENTS))
                .allMatch(asked -> query(asked, "has_manifest").equals("false"));
        assertThat(closed)
                .isEqualTo(Manifest.builder()
                        .carrier("karrio:canadapost")
                        .connection(CANADA)
                        .id("manf_1")
                        .date(LocalDate.parse("2026-03-05"))
                        .addDocuments(PRINTED)
                        .build());
    }

    @Test
    void closesAllOfTheDayWhereNothingIsNamed() {
        answers(
                "GET",
                SHIPMENTS,
                200,
                page(
                        shipment("shp_1", "7023", "created"),
                        shipment("shp_2", "7024", "cancelled"),
                        shipment("shp_3", "7025", "created").replace("canada-east", "canada-west"),
                        shipment("shp_4", "", "draft"),
                        shipment("shp_5", "7026", "in_transit")));

        close(day());

        assertThat(body("POST", MANIFESTS).path("shipment_ids")).isEqualTo(read("['shp_1','shp_5']"));
        assertThat(query(sent("GET", SHIPMENTS).get(0), "created_after")).isEqualTo("2026-03-05T00:00:00Z");
        assertThat(query(sent("GET", SHIPMENTS).get(0), "created_before")).isEqualTo("2026-03-05T23:59:59.999999Z");
        assertThat(query(sent("GET", SHIPMENTS).get(0), "carrier_name")).isEqualTo("canadapost");
    }

    @Test
    void aShipmentThatNobodyCouldNameIsNone() {
        answers("GET", SHIPMENTS, 200, page(shipment("", "7023", "created"), shipment("shp_2", "7024", "created")));

        close(day());

        assertThat(body("POST", MANIFESTS).path("shipment_ids")).isEqualTo(read("['shp_2']"));
    }

    @Test
    void aDayOnWhichNothingWaitsIsNotClosed() {
        answers("GET", SHIPMENTS, 200, page());

        assertThatThrownBy(() -> close(day()))
                .isInstanceOf(CarrierException.class)
                .hasMessageContaining("no shipment that was bought on 2026-03-05 waits for a manifest");
        assertThat(sent("POST", MANIFESTS)).isEmpty();
    }

    @Test
    void whatKarrioWouldLeaveOutIsToldBeforeAnythingIsClosed() {
        InvalidRequestException refused = catchThrowableOfType(
                InvalidRequestException.class, () -> close(day().trackingNumbers(List.of("7023", "7999", "shp_9"))));

        assertThat(refused.fields())
                .extracting(FieldProblem::path)
                .containsExactly("tracking_numbers[1]", "tracking_numbers[2]");
        assertThat(sent("POST", MANIFESTS)).isEmpty();
    }

    @Test
    void theAddressIsNeededToCloseAndNotToPrintAgain() {
        InvalidRequestException refused = catchThrowableOfType(
                InvalidRequestException.class,
                () -> client.manifests().close(ManifestRequest.of(CANADA, LocalDate.parse("2026-03-05"))));

        assertThat(refused.fields()).extracting(FieldProblem::path).containsExactly("address");
        assertThat(client.manifests()
                        .reprint(ManifestRequest.of(CANADA, LocalDate.parse("2026-03-05")))
                        .documents())
                .containsExactly(PRINTED);
        assertThat(sent("GET", SHIPMENTS)).isEmpty();
    }

    @Test
    void whatKarrioMadeOtherwiseThanAskedIsToldInAlerts() {
        answers("POST", MANIFESTS, 201, MADE.replace("['a','b']", "['a']").replace("canada-east", "canada-west"));
        answers("POST", PAPER, 404, "{'errors':[{'code':'not_found','message':'Manifest not found'}]}");

        Manifest closed = close(day());

        assertThat(closed.id()).contains("manf_1");
        assertThat(closed.documents()).isEmpty();
        assertThat(closed.alerts())
                .extracting(Alert::text)
                .satisfiesExactly(
                        text -> assertThat(text).isEqualTo("Karrio took 1 of 2 shipments"),
                        text -> assertThat(text).isEqualTo("Karrio made it with the connection canada-west"),
                        text -> assertThat(text).startsWith("The manifest manf_1 was made, but could not be fetched"));
    }

    @Test
    void aManifestWhoseAnswerWasLostIsFoundByTheIdOfItsCall() {
        loses("POST", MANIFESTS);
        answers("GET", MANIFESTS, 200, page(MADE.replace("manf_1", "manf_0"), ofItsCall(MADE)));

        assertThat(close(day()).id()).contains("manf_1");
        assertThat(sent("POST", MANIFESTS)).hasSize(1);
    }

    @Test
    void anAnswerThatTellsNoManifestIsLookedUpToo() {
        answers("POST", MANIFESTS, 201, "{}");
        answers("GET", MANIFESTS, 200, page(ofItsCall(MADE)));

        assertThat(close(day()).id()).contains("manf_1");
        assertThat(sent("POST", MANIFESTS)).hasSize(1);
    }

    /** The same with the id of the call that asks. */
    private static String ofItsCall(String manifest) {
        return manifest.replace("'request_id':'other'", "'request_id':'{{request.headers.X-Request-ID}}'");
    }

    @Test
    void aManifestWhoseAnswerWasLostAndThatIsNotFoundMayHaveBeenMade() {
        loses("POST", MANIFESTS);

        assertThatThrownBy(() -> close(day())).isInstanceOf(OutcomeUnknownException.class);
        assertThat(sent("POST", MANIFESTS)).hasSize(1);
    }

    @Test
    void aRefusalIsInTheCarriersWords() {
        answers(
                "POST",
                MANIFESTS,
                424,
                "{'messages':[{'code':'9123','message':'Nothing to transmit','carrier_name':'canadapost'}]}");

        assertThatThrownBy(() -> close(day())).isInstanceOfSatisfying(CarrierException.class, error -> {
            assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
            assertThat(error.carrierText()).contains("Nothing to transmit");
        });
    }

    @Test
    void theManifestsOfADayArePrintedAgainTogether() {
        answers("GET", MANIFESTS, 200, page(MADE, MADE.replace("manf_1", "manf_2"), MADE.replace("east", "west")));
        answers("POST", MANIFESTS + "/manf_2/document", 500, "{'errors':[{'message':'boom'}]}");

        Manifest again = client.manifests().reprint(day().build());

        assertThat(again.id()).contains("manf_1");
        assertThat(again.documents()).containsExactly(PRINTED);
        assertThat(again.alerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert.text()).contains("manf_2"));
        assertThat(query(sent("GET", MANIFESTS).get(0), "created_after")).isEqualTo("2026-03-05T00:00:00Z");
    }

    @Test
    void aDayThatWasNotClosedIsNotPrinted() {
        answers("GET", MANIFESTS, 200, page());

        assertThatThrownBy(() -> client.manifests().reprint(day().build()))
                .isInstanceOf(CarrierException.class)
                .hasMessageContaining("no manifest was made on 2026-03-05");
    }

    @Test
    void aPaperThatCannotBeFetchedAgainIsAnError() {
        answers("POST", PAPER, 404, "{'errors':[{'code':'not_found','message':'Manifest not found'}]}");

        assertThatThrownBy(() -> client.manifests().reprint(day().build())).isInstanceOf(CarrierException.class);
    }
}
