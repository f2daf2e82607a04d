package com.trackingmcp.ups;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.model.AddressValidation;
import com.trackingmcp.model.Cancellation;
import com.trackingmcp.model.Charge;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.RateRequest;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.ShippedParcel;
import com.trackingmcp.model.TransitTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** UPS's answers as they come: objects for lists, lists for objects, garbled values, missing parts. */
class UpsSaleLenienceTest extends UpsTestBed {
    private void sells(ResponseDefinitionBuilder response) {
        settings.put("UPS_ACCOUNT_NUMBER", "TK0001");
        ups.stubFor(any(urlPathMatching("/api/.*")).willReturn(response));
    }

    private List<Rate> rates(String rated) {
        sells(json("{\"RateResponse\":{\"Response\":{\"ResponseStatus\":{\"Code\":\"1\"}},\"RatedShipment\":%s}}"
                .formatted(rated)));
        return client().rates(RateRequest.of(
                        UpsSaleBed.domestic().service(Optional.empty()).build()))
                .rates();
    }

    private Shipment bought(String results) {
        sells(json("{\"ShipmentResponse\":{\"ShipmentResults\":%s}}".formatted(results)));
        return client().ship(UpsSaleBed.domestic().build());
    }

    private Cancellation voided(String body) {
        sells(json(body));
        return client().shipments().cancel(ShipmentQuery.of("ups", "1ZTK00010390000017"));
    }

    private static CarrierException failure(Runnable call) {
        return catchThrowableOfType(CarrierException.class, call::run);
    }

    @Test
    void oneServiceMayComeAsAnObjectWithSingleCharges() {
        Rate rate = rates("""
                {"Service":{"Code":"3","Description":""},"RatedShipmentAlert":{"Code":"110971","Description":"It may vary"},
                 "BillingWeight":{"UnitOfMeasurement":{"Code":"LBS"},"Weight":"5.0"},
                 "TotalCharges":{"CurrencyCode":"USD","MonetaryValue":"20.00"},
                 "NegotiatedRateCharges":{"BaseServiceCharge":{"CurrencyCode":"USD","MonetaryValue":"10.00"},
                  "ItemizedCharges":{"Code":"375","CurrencyCode":"USD","MonetaryValue":"1.50"},
                  "RateModifier":{"ModifierType":"DTM","ModifierDesc":"Discount","Amount":"-0.50"},
                  "TaxCharges":{"Type":"VAT","MonetaryValue":"2.00"},
                  "TotalCharge":{"CurrencyCode":"USD","MonetaryValue":"11.00"},
                  "TotalChargesWithTaxes":{"CurrencyCode":"USD","MonetaryValue":"13.00"}},
                 "TimeInTransit":{"Disclaimer":["a","b"],"ServiceSummary":{"Service":{"Description":"UPS Ground"},
                  "EstimatedArrival":{"Arrival":{"Date":"20260309","Time":"1030"},"BusinessDaysInTransit":"2"}}}}""").get(0);
        assertThat(rate.service()).isEqualTo("03");
        assertThat(rate.total()).isEqualTo(Money.of("13.00", "USD"));
        assertThat(rate.listPrice()).hasValue(Money.of("20.00", "USD"));
        assertThat(rate.charges())
                .extracting(Charge::type)
                .containsExactly(Charge.Type.BASE, Charge.Type.FUEL, Charge.Type.DISCOUNT, Charge.Type.TAX);
        assertThat(rate.alerts()).hasSize(1);
        assertThat(rate.delivery().orElseThrow().to().orElseThrow()).hasToString("2026-03-09T10:30:00");
    }

    @Test
    void servicesWithoutAPriceAndPlaceholdersAreNoPrices() {
        List<Rate> rates = rates("""
                [{"Service":{"Code":"01"}},
                 {"Service":{"Code":"02"},"TotalCharges":{"CurrencyCode":"USD","MonetaryValue":"0.00"}},
                 {"Service":{"Code":"13"},"TotalCharges":{"CurrencyCode":"???","MonetaryValue":"9.00"}},
                 {"Service":{"Code":"03"},"TotalCharges":{"CurrencyCode":"USD","MonetaryValue":"9.00"},
                  "NegotiatedRateCharges":{"TotalCharge":{"CurrencyCode":"USD","MonetaryValue":"0.00"}},
                  "RatedPackage":{"NegotiatedCharges":{"TotalCharge":{"CurrencyCode":"USD","MonetaryValue":"0.00"}}}},
                 null, "x"]""");
        assertThat(rates).extracting(Rate::service).containsExactly("03");
        assertThat(rates.get(0).negotiatedPrice()).isEmpty();
        assertThat(rates.get(0).total()).isEqualTo(Money.of("9.00", "USD"));
    }

    @Test
    void ofSeveralPricesForOneServiceTheLowestStays() {
        List<Rate> rates = rates("""
                [{"Service":{"Code":"01"},"TotalCharges":{"CurrencyCode":"USD","MonetaryValue":"66.00"}},
                 {"Service":{"Code":"01"},"TotalCharges":{"CurrencyCode":"USD","MonetaryValue":"50.00"}}]""");
        assertThat(rates).extracting(Rate::total).containsExactly(Money.of("50.00", "USD"));
    }

    @Test
    void unknownServiceKeepsItsCodeAndGuaranteeIsReadInWords() {
        Rate rate = rates("""
                [{"Service":{"Code":"Q9","Description":"Something new"},
                  "TotalCharges":{"CurrencyCode":"USD","MonetaryValue":"5.00"},
                  "GuaranteedDelivery":{"BusinessDaysInTransit":"1","DeliveryByTime":"10:30 A.M.","ScheduledDeliveryDate":"20260306"}}]""").get(0);
        assertThat(rate.serviceName()).hasValue("Something new");
        assertThat(rate.guaranteed()).hasValue(true);
        assertThat(rate.transitDays()).hasValue(1);
        assertThat(rate.delivery().orElseThrow().to().orElseThrow()).hasToString("2026-03-06T10:30:00");
    }

    @Test
    void answerWithoutRatesHasNone() {
        assertThat(rates("null")).isEmpty();
    }

    @Test
    void onePackageMayComeAsAnObject() {
        Shipment shipment = bought("""
                {"Disclaimer":{"Code":"01","Description":"Taxes"},
                 "ShipmentCharges":{"TotalCharges":{"CurrencyCode":"USD","MonetaryValue":"27.86"}},
                 "ShipmentIdentificationNumber":"1ZTK00010390000017",
                 "PackageResults":{"TrackingNumber":"1ZTK00010390000017","Form":{"Code":"09","Image":
                   {"ImageFormat":{"Code":"PDF"},"GraphicImage":"JVBERi0="}},
                  "ShippingLabel":{"ImageFormat":{"Code":"png","Description":"PNG"},"GraphicImage":"iVBORw=="}},
                 "ControlLogReceipt":{"ImageFormat":{"Code":"HTML"},"GraphicImage":"PGh0bWw+"},
                 "LabelURL":"https://example.com/label"}""");
        assertThat(shipment.price()).hasValue(Money.of("27.86", "USD"));
        assertThat(shipment.alerts()).hasSize(1);
        assertThat(shipment.parcels().get(0).documents())
                .extracting(Document::kind)
                .containsExactly(Document.LABEL, "customs_form_09");
        assertThat(shipment.parcels().get(0).documents().get(0).mediaType()).hasValue("image/png");
        assertThat(shipment.documents())
                .extracting(Document::kind)
                .containsExactly("control_log_receipt", Document.LABEL);
        ups.verify(postRequestedFor(urlPathEqualTo("/security/v1/oauth/token"))
                .withHeader("x-merchant-id", equalTo("TK0001")));
    }

    @Test
    void shipmentWithoutPackagesIsKnownByItsNumber() {
        Shipment shipment = bought("{\"ShipmentIdentificationNumber\":\"1ZTK00010390000017\"}");
        assertThat(shipment.parcels()).extracting(ShippedParcel::trackingNumber).containsExactly("1ZTK00010390000017");
        assertThat(shipment.price()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>ok</html>",
                "{}",
                "{\"ShipmentResponse\":{}}",
                "{\"ShipmentResponse\":{\"ShipmentResults\":{}}}"
            })
    void goodAnswerThatCannotBeReadLeavesThePurchaseUnknown(String body) {
        sells(json(body));
        CarrierException error =
                failure(() -> client().ship(UpsSaleBed.domestic().build()));
        assertThat(error).isInstanceOf(OutcomeUnknownException.class);
        assertThat(error.details().reference()).hasValue("order-4711");
        ups.verify(1, postRequestedFor(urlPathEqualTo("/api/shipments/v2409/ship")));
    }

    @Test
    void errorWithAGoodStatusIsARefusal() {
        sells(
                json(
                        "{\"response\":{\"errors\":[{\"code\":\"120100\",\"message\":\"Missing or invalid shipper number\"}]}}"));
        CarrierException error =
                failure(() -> client().ship(UpsSaleBed.domestic().build()));
        assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(error.carrierCode()).hasValue("120100");
    }

    @Test
    void garbledVoidIsReadUnderEitherName() {
        Cancellation cancellation = voided("""
                {"VoidShipmentResponse":{"Response":{"ResponseStatus":{"Code":"&#xD;1"}},
                 "SummaryResult":{"Status":{"Code":"&#xD;&#xD;&#xD;1","Description":"&#xD;Voided"}},
                 "PackageLevelResult":{"TrackingNumber":"&#xD;1ZTK00010390000017","Status":{"Code":"&#xD;1","Description":"Voided"}}}}""");
        assertThat(cancellation.cancelled()).isTrue();
        assertThat(cancellation.cancelledParcels()).containsExactly("1ZTK00010390000017");
        ups.verify(deleteRequestedFor(urlPathEqualTo("/api/shipments/v2409/void/cancel/1ZTK00010390000017"))
                .withoutQueryParam("trackingnumber"));
    }

    @Test
    void severalPackagesAreVoidedAsWhatLooksLikeAList() {
        sells(json("{\"VoidShipmentResponse\":{\"SummaryResult\":{\"Status\":{\"Code\":\"1\"}}}}"));
        client().shipments()
                .cancel(ShipmentQuery.builder()
                        .id("1zA")
                        .addParcels("1ZB", "1ZC")
                        .build());
        ups.verify(deleteRequestedFor(urlPathEqualTo("/api/shipments/v2409/void/cancel/1ZA"))
                .withQueryParam("trackingnumber", equalTo("[\"1ZB\",\"1ZC\"]")));
    }

    @Test
    void voidThatSaysNoIsARefusalAndOneThatSaysNothingIsUnknown() {
        CarrierException no = failure(() -> voided("""
                {"VoidShipmentResponse":{"SummaryResult":{"Status":{"Code":"0","Description":"Not Voided"}}}}"""));
        assertThat(no.code()).isEqualTo(ErrorCode.SHIPMENT_NOT_CANCELLED);
        assertThat(no.carrierText()).hasValue("Not Voided");
        assertThat(failure(() -> voided("{\"VoidShipmentResponse\":{}}"))).isInstanceOf(OutcomeUnknownException.class);
        assertThat(failure(() -> voided("nonsense"))).isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void recoveryReadsOneLabelAsAnObject() {
        sells(json("""
                {"LabelRecoveryResponse":{"ShipmentIdentificationNumber":"1ZTK00010390000017","LabelResults":
                 {"TrackingNumber":"1ZTK00010390000017","LabelImage":{"LabelImageFormat":{"Code":"PDF"},"GraphicImage":"JVBERi0=",
                  "URL":"https://example.com/label"},"Receipt":{"Image":{"ImageFormat":{"Code":"PDF"},"GraphicImage":"JVBERi0="}}}}}"""));
        Shipment shipment = client().shipments()
                .recover(ShipmentQuery.of("ups", "1ZTK00010390000017"))
                .get(0);
        assertThat(shipment.parcels().get(0).documents())
                .extracting(Document::kind)
                .containsExactly(Document.LABEL, "receipt");
    }

    @Test
    void candidatesForAReferenceAreAskedForOneByOneWhereTheyAreOfThatTime() {
        sells(json("""
                {"LabelRecoveryResponse":{"ShipmentIdentificationNumber":"1ZTK00010390000017","LabelResults":
                 {"TrackingNumber":"1ZTK00010390000017","LabelImage":{"LabelImageFormat":{"Code":"PDF"},"GraphicImage":"JVBERi0="}}}}"""));
        ups.stubFor(post(urlPathEqualTo("/api/labels/v1/recovery"))
                .withRequestBody(matchingJsonPath("$.LabelRecoveryRequest.ReferenceValues"))
                .willReturn(json("""
                {"LabelRecoveryResponse":{"TrackingCandidate":[
                 {"TrackingNumber":"1ZTK00010390000017","PickupDateRange":{"BeginDate":"20260210","EndDate":"20260212"}},
                 {"TrackingNumber":"1ZTK00010390000026","PickupDateRange":{"BeginDate":"20250210","EndDate":"20250212"}},
                 {"TrackingNumber":"1ZTK00010390000035","PickupDateRange":{"BeginDate":"20260301"}}]}}""")));
        List<Shipment> found = client().shipments()
                .recover(ShipmentQuery.builder()
                        .carrier("ups")
                        .reference("order-4711")
                        .shippedFrom(LocalDate.of(2026, 2, 1))
                        .shippedTo(LocalDate.of(2026, 2, 28))
                        .build());
        assertThat(found).extracting(Shipment::id).containsExactly("1ZTK00010390000017");
        ups.verify(2, postRequestedFor(urlPathEqualTo("/api/labels/v1/recovery")));
        ups.verify(
                1,
                postRequestedFor(urlPathEqualTo("/api/labels/v1/recovery"))
                        .withRequestBody(matchingJsonPath(
                                "$.LabelRecoveryRequest.TrackingNumber", equalTo("1ZTK00010390000017"))));
    }

    @Test
    void recoveryThatIsNowhereIsNoEmptyAnswer() {
        sells(aResponse().withStatus(404).withBody("<html>Not here</html>"));
        assertThat(failure(() -> client().shipments().recover(ShipmentQuery.of("ups", "1ZTK00010390000017")))
                        .code())
                .isEqualTo(ErrorCode.REQUEST_REFUSED);
        sells(json(404, "{\"response\":{\"errors\":[{\"code\":\"300999\",\"message\":\"Not found\"}]}}"));
        assertThat(client().shipments().recover(ShipmentQuery.of("ups", "1ZTK00010390000017")))
                .isEmpty();
    }

    @Test
    void transitTimesReadErrorsAtTheTopAndEmptyAnswers() {
        sells(json("{\"errors\":[{\"code\":\"270009\",\"message\":\"Bad day\"}]}"));
        assertThat(client().transitTimes(UpsSaleBed.domestic().build())
                        .get(0)
                        .failure()
                        .orElseThrow()
                        .carrierCode())
                .hasValue("270009");
        sells(json("""
                {"emsResponse":{"services":{"serviceLevel":"GND","businessTransitDays":"3","deliveryDate":"2026-03-09",
                 "deliveryTime":"23:00:00","pickupTime":"00:00:00","pickupDate":"2026-03-05"}}}"""));
        TransitTime time =
                client().transitTimes(UpsSaleBed.domestic().build()).get(0).orElseThrow();
        assertThat(time.transitDays()).hasValue(3);
        assertThat(time.delivery().orElseThrow().date()).hasValue(LocalDate.of(2026, 3, 9));
        assertThat(time.cutoff()).isEmpty();
        assertThat(time.guaranteed()).isEmpty();
    }

    @Test
    void ambiguousPlaceIsToldWithItsCandidates() {
        sells(json("""
                {"validationList":{"destinationAmbiguous":true},"destinationPickList":[
                 {"city":"SPRINGFIELD","stateProvince":"IL","postalCodeLow":"62701"},{"city":"SPRINGFIELD","stateProvince":"MA"}]}"""));
        CarrierException error = client().transitTimes(UpsSaleBed.domestic().build())
                .get(0)
                .failure()
                .orElseThrow();
        assertThat(error.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
        assertThat(error).hasMessageContaining("SPRINGFIELD IL 62701, SPRINGFIELD MA");
    }

    @Test
    void validAddressMayComeWithOneCandidateAsAnObject() {
        sells(json("""
                {"XAVResponse":{"ValidAddressIndicator":"","Candidate":{"AddressClassification":{"Code":"2"},"AddressKeyFormat":
                 {"AddressLine":"350 FIFTH AVE","PoliticalDivision2":"NEW YORK","PoliticalDivision1":"NY","PostcodePrimaryLow":10118,
                  "CountryCode":"US"}}}}"""));
        AddressValidation validation = client().addresses().validate(UpsSaleBed.NEW_YORK);
        assertThat(validation.verdict()).isEqualTo(AddressValidation.Verdict.CORRECTED);
        assertThat(validation.corrections())
                .extracting(AddressValidation.Correction::path)
                .containsExactly("lines[1]");
        assertThat(validation.classification()).isEqualTo(AddressValidation.Classification.RESIDENTIAL);
    }

    @Test
    void notFoundIsAboutTrackingAlone() {
        sells(json(404, "{\"response\":{\"errors\":[{\"code\":\"404\",\"message\":\"Resource not found\"}]}}"));
        assertThat(failure(() -> client().ship(UpsSaleBed.domestic().build())).code())
                .isEqualTo(ErrorCode.REQUEST_REFUSED);
        ups.verify(1, postRequestedFor(urlPathEqualTo("/api/shipments/v2409/ship")));
        ups.resetRequests();
        ups.verify(0, postRequestedFor(anyUrl()));
    }
}
