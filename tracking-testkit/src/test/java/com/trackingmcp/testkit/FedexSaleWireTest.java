package com.trackingmcp.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.testkit.SandboxClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sandbox's FedEx sells, and what it insists on. */
class FedexSaleWireTest extends FedexSellingBed {
    private static final String SHIP = "/ship/v1/shipments";
    private static final String RATES = "/rate/v1/rates/quotes";
    private static final String ADDRESS = "'address':{'streetLines':['1 Example Street'],'city':'Memphis',"
            + "'stateOrProvinceCode':'TN','postalCode':'38118','countryCode':'US'}";
    private static final String PARTY =
            "{'contact':{'personName':'Ada Example','phoneNumber':'9015550100'}," + ADDRESS + "}";
    private static final String ORDER = "{'labelResponseOptions':'LABEL','accountNumber':{'value':'100200300'},"
            + "'requestedShipment':{'shipper':" + PARTY + ",'recipients':[" + PARTY + "],"
            + "'pickupType':'DROPOFF_AT_FEDEX_LOCATION','serviceType':'FEDEX_2_DAY','packagingType':'YOUR_PACKAGING',"
            + "'shippingChargesPayment':{'paymentType':'SENDER'},"
            + "'labelSpecification':{'imageType':'PDF','labelStockType':'PAPER_4X6'},"
            + "'requestedPackageLineItems':[{'weight':{'units':'LB','value':2.5}}]}}";

    private Answer cancel(String body) {
        return put(SHIP + "/cancel", body);
    }

    @Test
    void whatIsSoldIsInTheBooksWithTheNumberInTheAnswer() {
        Answer answer = post(SHIP, ORDER);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/customerTransactionId")).isEqualTo("test-call");
        JsonNode sold = answer.json().at("/output/transactionShipments/0");
        assertThat(sandbox.shipments("fedex")).singleElement().satisfies(shipment -> {
            assertThat(sold.path("masterTrackingNumber").asText()).isEqualTo(shipment.id());
            assertThat(shipment.service()).isEqualTo("FEDEX_2_DAY");
        });
        assertThat(sold.at("/pieceResponses/0/netChargeAmount").asInt(-1)).isZero();
    }

    @Test
    void allThatIsMissingIsToldAtOnceAndNothingIsSold() {
        Answer answer = post(SHIP, "{'requestedShipment':{}}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(codes(answer))
                .contains(
                        "ACCOUNTNUMBER.REGISTRATION.REQUIRED",
                        "LABELRESPONSEOPTIONS.VALUE.INVALID",
                        "PICKUPTYPE.VALUE.INVALID",
                        "SHIPPER.COUNTRY.INVALID",
                        "RECIPIENT.STREETLINES.INVALID",
                        "SERVICETYPE.VALUE.INVALID",
                        "PACKAGE.NULLOREMPTY.REQUIRED",
                        "PAYMENTTYPE.VALUE.INVALID",
                        "LABELSPECIFICATION.IMAGETYPE.INVALID");
        assertThat(sandbox.shipments("fedex")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'100200300' | '900800700' | ACCOUNT.NUMBER.MISMATCH",
                "'US' | 'AQ' | RATE.LOCATION.NOSERVICE",
                "'38118' | '00000' | COUNTRY.POSTALCODE.INVALID",
                "'38118' | '' | ORIGIN.POSTAL.REQUIRED",
                "'38118' | 38118 | SHIPPER.POSTALCODE.INVALID",
                "'9015550100' | '12345' | SHIPPERCONTACT.PHONENUMBER.INVALID",
                "'LB','value':2.5 | 'LB','value':151 | PACKAGE.WEIGHT.EXCEEDED",
                "'LB','value':2.5 | 'LB','value':'2.5' | PACKAGE.WEIGHT.INVALID",
                "'LB' | 'OZ' | PACKAGE.WEIGHT.INVALID",
                "'PAPER_4X6' | 'STOCK_4X6' | LABELSPECIFICATION.LABELSTOCKTYPE.INVALID",
                "'SENDER' | 'RECIPIENT' | PAYOR.ACCOUNTNUMBER.REQUIRED",
                "'FEDEX_2_DAY' | 'INTERNATIONAL_ECONOMY' | SERVICE.PACKAGECOMBINATION.INVALID",
                "'FEDEX_2_DAY' | 'FEDEX_2_DAY','shipDatestamp':'tomorrow' | INVALID.INPUT.EXCEPTION"
            })
    void whatFedexRefusesIsRefusedWithACodeAndNotSold(String good, String bad, String code) {
        Answer answer = post(SHIP, ORDER.replace(good, bad));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(codes(answer)).contains(code);
        assertThat(sandbox.shipments("fedex")).isEmpty();
    }

    @Test
    void goodsAreDeclaredAcrossTheBorderOfTheUnitedStates() {
        String abroad = ORDER.replaceFirst("'countryCode':'US'", "'countryCode':'DE'")
                .replace("FEDEX_2_DAY", "FEDEX_INTERNATIONAL_PRIORITY");

        assertThat(codes(post(SHIP, abroad))).containsExactly("CUSTOMSCLEARANCEDETAIL.COMMODITIES.REQUIRED");
    }

    @Test
    void aPastDayOfShippingSilentlyBecomesToday() {
        Answer answer = post(SHIP, ORDER.replace("'FEDEX_2_DAY'", "'FEDEX_2_DAY','shipDatestamp':'2020-01-01'"));

        assertThat(answer.at("/output/transactionShipments/0/shipDatestamp"))
                .isEqualTo(sandbox.clock().instant().toString().substring(0, 10));
    }

    @Test
    void whatWasSoldIsCancelledOnceAndThenRefusedInsideA200() {
        String number = post(SHIP, ORDER).at("/output/transactionShipments/0/masterTrackingNumber");
        String body = "{'accountNumber':{'value':'100200300'},'trackingNumber':'" + number + "'}";

        assertThat(cancel(body).at("/output/cancelledShipment")).isEqualTo("true");
        Answer again = cancel(body);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.at("/output/cancelledShipment")).isEqualTo("false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'trackingNumber':'794953555571'", "'trackingNumber':794953555571", "'x':1"})
    void aNumberThatWasNotSoldIsNotCancelled(String number) {
        Answer answer = cancel("{'accountNumber':{'value':'100200300'}," + number + "}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(codes(answer)).containsExactly("TRACKINGNUMBER.ENTERED.INVALID");
    }

    @Test
    void cancellingIsAPutAndBuyingAPost() {
        assertThat(post(SHIP + "/cancel", "{}").status()).isEqualTo(404);
        assertThat(client.send(client.to("FEDEX_BASE_URL", SHIP)
                                .header("Authorization", "Bearer " + client.fedexToken())
                                .GET())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void transitTimesStandWithPricesOnlyWhereTheyAreAskedFor() {
        String question = "{'accountNumber':{'value':'100200300'},'rateRequestControlParameters':{'returnTransitTimes':"
                + "%s},'requestedShipment':{'shipper':{" + ADDRESS + "},'recipient':{" + ADDRESS + "},"
                + "'pickupType':'DROPOFF_AT_FEDEX_LOCATION',"
                + "'requestedPackageLineItems':[{'weight':{'units':'LB','value':2.5}}]}}";

        JsonNode with = post(RATES, question.formatted("true")).json().at("/output/rateReplyDetails/0");
        JsonNode without = post(RATES, question.formatted("false")).json().at("/output/rateReplyDetails/0");

        assertThat(with.has("commit")).isTrue();
        assertThat(without.has("commit")).isFalse();
        assertThat(without.path("ratedShipmentDetails").findValuesAsText("rateType"))
                .containsExactly("ACCOUNT");
    }

    @Test
    void aDayOfShippingThatIsNoneIsRefusedByPricesToo() {
        String question = "{'accountNumber':{'value':'100200300'},'rateRequestControlParameters':{'returnTransitTimes':"
                + "true},'requestedShipment':{'shipDateStamp':'soon','shipper':{" + ADDRESS + "},'recipient':{"
                + ADDRESS + "},'pickupType':'DROPOFF_AT_FEDEX_LOCATION',"
                + "'requestedPackageLineItems':[{'weight':{'units':'LB','value':2.5}}]}}";

        assertThat(codes(post(RATES, question))).containsExactly("INVALID.INPUT.EXCEPTION");
    }
}
