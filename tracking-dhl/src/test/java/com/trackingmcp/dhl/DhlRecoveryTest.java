package com.trackingmcp.dhl;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.ShippedParcel;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How MyDHL is asked for shipments that were bought, and what is made of its answers. */
class DhlRecoveryTest extends DhlOrderBed {
    private static final String FOUND = """
            {'shipments':[{'shipmentTrackingNumber':'1234567890','status':'Success','productCode':'P',
              'shipmentTimestamp':'2026-03-05T14:00:00',
              'shipperReferences':[{'value':'order-4711','typeCode':'CU'},{'value':''}],
              'pieces':[{'trackingNumber':'JD014600000000000001'},{'trackingNumber':'JD014600000000000002'}]}]}
            """;

    @BeforeEach
    void finds() {
        tracked(200, FOUND);
        image(
                200,
                "{'documents':[{'shipmentTrackingNumber':'1234567890','typeCode':'waybill','function':'export',"
                        + "'encodingFormat':'PDF','content':'JVBERi0x'}]}");
    }

    private void image(int status, String json) {
        dhl.stubFor(get(urlPathMatching("/mydhl/shipments/.*/get-image")).willReturn(answer(status, json)));
    }

    private List<Shipment> recover(ShipmentQuery.Builder query) {
        return client.shipments().recover(query.carrier("dhl").build());
    }

    private static ShipmentQuery.Builder byReference() {
        return ShipmentQuery.builder().reference("order-4711");
    }

    @Test
    void aReferenceIsLookedForOnAllDaysAShipmentCanBePlannedFor() {
        recover(byReference());

        assertThat(lastGet(TRACKING).getUrl())
                .isEqualTo(TRACKING + "?trackingView=all-checkpoints&levelOfDetail=all&shipmentReference=order-4711"
                        + "&shipperAccountNumber=123456789&dateRangeFrom=2026-02-05&dateRangeTo=2026-03-16");
    }

    @Test
    void theDaysAndTheAccountAreTheCallersWhereGiven() {
        recover(byReference().shippedTo(LocalDate.parse("2026-01-31")).putDetails("account_number", "987654321"));
        assertThat(lastGet(TRACKING).getUrl())
                .endsWith("&shipperAccountNumber=987654321&dateRangeFrom=2026-01-03&dateRangeTo=2026-01-31");

        recover(byReference().shippedFrom(LocalDate.parse("2026-01-01")));
        assertThat(lastGet(TRACKING).getUrl()).endsWith("&dateRangeFrom=2026-01-01&dateRangeTo=2026-03-16");
    }

    @Test
    void numbersNeedNoDays() {
        recover(ShipmentQuery.builder().id(" 1234567890 "));
        assertThat(lastGet(TRACKING).getUrl()).endsWith("&shipmentTrackingNumber=1234567890");

        recover(ShipmentQuery.builder().trackingNumber("jd014600000000000002"));
        assertThat(lastGet(TRACKING).getUrl()).endsWith("&pieceTrackingNumber=JD014600000000000002");
    }

    @Test
    void aShipmentIsToldAsFarAsItsTrackingKnowsIt() {
        Shipment shipment = recover(byReference()).get(0);

        assertThat(shipment.id()).isEqualTo("1234567890").isEqualTo(shipment.trackingNumber());
        assertThat(shipment.service()).contains("P");
        assertThat(shipment.serviceName()).contains("EXPRESS WORLDWIDE");
        assertThat(shipment.references()).extracting(Reference::value).containsExactly("order-4711");
        assertThat(shipment.parcels())
                .extracting(ShippedParcel::trackingNumber)
                .containsExactly("JD014600000000000001", "JD014600000000000002");
        assertThat(shipment.details()).containsEntry("ship_date", "2026-03-05");
        assertThat(shipment.labels()).isEmpty();
        assertThat(shipment.alerts().get(0).text()).contains("does not send a label again");
    }

    @Test
    void theWaybillIsAskedForByTheMonthOfShipping() {
        Shipment shipment = recover(byReference()).get(0);

        assertThat(shipment.documents()).extracting(Document::kind).containsExactly("waybill");
        assertThat(shipment.documents().get(0).mediaType()).contains("application/pdf");
        assertThat(lastGet("/mydhl/shipments/1234567890/get-image").getUrl())
                .endsWith("?shipperAccountNumber=123456789&typeCode=waybill&pickupYearAndMonth=2026-03"
                        + "&encodingFormat=pdf");

        recover(ShipmentQuery.builder().id("1234567890").putDetails("ship_date", "2026-04-01"));
        assertThat(lastGet("/mydhl/shipments/1234567890/get-image").getUrl()).contains("pickupYearAndMonth=2026-04");
    }

    @Test
    void aWaybillThatIsNotFiledCostsNoMoreThanItself() {
        for (int status : List.of(404, 500)) {
            image(status, "{'detail':'1504: No document images found'}");
            assertThat(recover(byReference()).get(0).documents()).isEmpty();
        }
        image(200, "<html>");
        assertThat(recover(byReference()).get(0).documents()).isEmpty();
    }

    @Test
    void withoutADayNoWaybillIsAskedFor() {
        tracked(200, "{'shipments':[{'shipmentTrackingNumber':'1234567890'}]}");

        Shipment shipment = recover(byReference()).get(0);

        assertThat(shipment.parcels()).extracting(ShippedParcel::trackingNumber).containsExactly("1234567890");
        assertThat(dhl.findAll(getRequestedFor(urlPathMatching(".*/get-image"))))
                .isEmpty();
    }

    @Test
    void onlyWhatWasAskedForIsFound() {
        tracked(200, """
                {'shipments':[{'shipmentTrackingNumber':'1111111111'},{'status':'Success'},
                  {'shipmentTrackingNumber':'1234567890','status':'No Shipments Found'},
                  {'shipmentTrackingNumber':'2222222222'}]}
                """);

        assertThat(recover(ShipmentQuery.builder().id("1111111111")))
                .extracting(Shipment::id)
                .containsExactly("1111111111");
        assertThat(recover(byReference())).extracting(Shipment::id).containsExactly("1111111111", "2222222222");
    }

    @Test
    void nothingIsNotAnError() {
        tracked(404, "{'title':'Not data found','detail':'No Shipments Found for ReferenceID | order-4711'}");
        assertThat(recover(byReference())).isEmpty();

        tracked(200, "{'shipments':[]}");
        assertThat(recover(byReference())).isEmpty();
    }

    @Test
    void aFailureIsNotNothing() {
        tracked(500, "{'title':'Process error','detail':'999: the process failed'}");

        CarrierException error = catchThrowableOfType(CarrierException.class, () -> recover(byReference()));

        assertThat(error.code()).isEqualTo(ErrorCode.CARRIER_UNAVAILABLE);
        assertThat(dhl.findAll(getRequestedFor(urlPathEqualTo(TRACKING)))).hasSize(1);
    }
}
