package com.trackingmcp.dhl;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.MalformedResponseException;
import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.ContentType;
import com.trackingmcp.model.LandedCharge;
import com.trackingmcp.model.LandedCost;
import com.trackingmcp.model.LandedCostRequest;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Weight;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a question for landed costs looks like on the wire, and what is made of MyDHL's answers. */
class DhlLandedOrderTest extends DhlOrderBed {
    private static final String LANDED = "/mydhl/landed-cost";

    /** The lines of MyDHL's own sample: a merchant in Los Angeles sells to Melbourne. */
    private static final String SAMPLE = """
            {'products':[{'totalPrice':[{'priceCurrency':'AUD','price':6078.22}],
            'detailedPriceBreakdown':[{'priceCurrency':'AUD','breakdown':[
            {'name':'SINSV','price':10,'priceCurrency':'AUD'},
            {'name':'MACHG','price':0,'priceCurrency':'AUD'},
            {'name':'SCUSV','price':5000,'priceCurrency':'AUD'},
            {'name':'SPRQN','price':204.19,'priceCurrency':'GBP'},
            {'name':'STSCH','price':106.09,'priceCurrency':'AUD'},
            {'name':'FUEL SURCHARGE','serviceCode':'FF','price':44.54,'priceCurrency':'GBP'},
            {'name':'Duty Tax Paid','serviceCode':'DD','price':15,'priceCurrency':'EUR'},
            {'name':'TOTAL DUTIES','typeCode':'DUTY','price':0,'priceCurrency':'AUD'},
            {'name':'TOTAL TAXES','typeCode':'TAX','price':534.92,'priceCurrency':'AUD'},
            {'name':'TOTAL FEES','typeCode':'FEE','price':88,'priceCurrency':'AUD'},
            {'name':'IDCA','typeCode':'FEE','price':38,'priceCurrency':'AUD'},
            {'name':'SOMETHING NEW','price':1}]}],
            'items':[{'number':1,'breakdown':[
            {'name':'CIF','price':5349.21,'priceCurrency':'AUD'},
            {'name':'DUTY','typeCode':'DUTY','price':0,'priceCurrency':'AUD'},
            {'name':'GST','typeCode':'TAX','price':534.92,'priceCurrency':'AUD'}]}]}],
            'warnings':['200203: #/items/number:1/ The provided HS code is not a valid full Import HS code.']}
            """;

    @BeforeEach
    void tells() {
        answers(SAMPLE);
    }

    private void answers(String json) {
        dhl.stubFor(post(urlPathEqualTo(LANDED)).willReturn(answer(200, json)));
    }

    private static LandedCostRequest.Builder goods() {
        return LandedCostRequest.builder()
                .sender(DhlOrders.bonn().build())
                .recipient(DhlOrders.newYork().build())
                .currency("AUD")
                .addCommodities(DhlOrders.book().build());
    }

    private LandedCost told(LandedCostRequest.Builder request) {
        return client.landedCosts().quote(request.build());
    }

    private JsonNode question(LandedCostRequest.Builder request) {
        told(request);
        return read(dhl.findAll(postRequestedFor(urlPathEqualTo(LANDED))).get(0).getBodyAsString());
    }

    @Test
    void everyPartOfTheQuestionIsExact() {
        JsonNode body = question(goods().freight(Money.of("12.500", "AUD"))
                .insurance(Money.of("3", "AUD"))
                .contentType(ContentType.GIFT)
                .addCommodities(Commodity.builder()
                        .description("Cloth")
                        .originCountry("IT")
                        .quantity(new BigDecimal("2.125"))
                        .quantityUnit("M")
                        .unitPrice(Money.of("1.23456", "EUR"))
                        .weight(Weight.of("1.0005", Weight.Unit.KG))
                        .build()));

        assertThat(body).isEqualTo(read("""
                {'customerDetails':{
                'shipperDetails':{'postalCode':'53113','cityName':'Bonn','countryCode':'DE'},
                'receiverDetails':{'postalCode':'10001','cityName':'New York','countryCode':'US','provinceCode':'NY'}},
                'accounts':[{'typeCode':'shipper','number':'123456789'}],
                'unitOfMeasurement':'metric','currencyCode':'AUD','isCustomsDeclarable':true,'getCostBreakdown':true,
                'charges':[{'typeCode':'freight','amount':12.5,'currencyCode':'AUD'},
                {'typeCode':'insurance','amount':3,'currencyCode':'AUD'}],
                'shipmentPurpose':'personal','merchantSelectedCarrierName':'DHL',
                'packages':[{'weight':2.201}],
                'items':[{'number':1,'description':'Printed books','manufacturerCountry':'DE','partNumber':'test-part',
                'quantity':2,'unitPrice':19.9,'unitPriceCurrencyCode':'EUR','commodityCode':'490199',
                'weight':1.2,'weightUnitOfMeasurement':'metric'},
                {'number':2,'description':'Cloth','manufacturerCountry':'IT','quantity':2.125,'unitPrice':1.23456,
                'unitPriceCurrencyCode':'EUR','weight':1.001,'weightUnitOfMeasurement':'metric',
                'estimatedTariffRateType':'center_rate'}]}
                """));
    }

    @Test
    void whoBuysIsToldWhereItIsKnown() {
        assertThat(question(goods()).has("shipmentPurpose")).isFalse();

        dhl.resetRequests();
        assertThat(question(goods().recipient(
                                        DhlOrders.newYork().residential(false).build()))
                        .path("shipmentPurpose")
                        .asText())
                .isEqualTo("commercial");
    }

    @Test
    void boxesArePartedFromParts() {
        List<String> types = List.of("PCS", "BOX").stream()
                .map(unit -> {
                    dhl.resetRequests();
                    return question(goods().commodities(List.of(
                                    DhlOrders.book().quantityUnit(unit).build())))
                            .at("/items/0/quantityType")
                            .asText();
                })
                .toList();

        assertThat(types).containsExactly("prt", "box");
    }

    @Test
    void theSumsAreDhlsOwnAndEachAmountKeepsTheCurrencyBesideIt() {
        LandedCost cost = told(goods());

        assertThat(cost.currency()).isEqualTo("AUD");
        assertThat(cost.duties()).contains(Money.of("0", "AUD"));
        assertThat(cost.taxes()).contains(Money.of("534.92", "AUD"));
        assertThat(cost.otherFees()).contains(Money.of("88", "AUD"));
        assertThat(cost.brokerage()).contains(Money.of("15", "EUR"));
        assertThat(cost.total()).isEqualTo(Money.of("622.92", "AUD"));
        assertThat(cost.grandTotal()).contains(Money.of("6078.22", "AUD"));
        assertThat(cost.partial()).isFalse();
        assertThat(cost.charges())
                .extracting(charge -> charge.code().orElseThrow() + " " + charge.type() + " " + charge.amount())
                .containsExactly(
                        "SINSV INSURANCE 10.00 AUD",
                        "MACHG OTHER 0.00 AUD",
                        "SCUSV GOODS 5000.00 AUD",
                        "SPRQN FREIGHT 204.19 GBP",
                        "STSCH OTHER 106.09 AUD",
                        "FF OTHER 44.54 GBP",
                        "DD BROKERAGE 15.00 EUR",
                        "IDCA FEE 38.00 AUD",
                        "SOMETHING NEW OTHER 1.00 AUD");
        assertThat(cost.alerts())
                .extracting(alert -> alert.text())
                .satisfiesExactly(
                        warning -> assertThat(warning).startsWith("200203"),
                        lacking -> assertThat(lacking).contains("15.00 EUR"));
        assertThat(cost.commodities().get(0).total()).contains(Money.of("534.92", "AUD"));
        assertThat(cost.commodities().get(0).charges().get(0).type()).isEqualTo(LandedCharge.Type.OTHER);
    }

    @Test
    void whatDhlDidNotTellIsAnErrorAndNotFree() {
        for (String breakdown : List.of(
                "",
                ",'detailedPriceBreakdown':[{'priceCurrency':'AUD','breakdown':["
                        + "{'name':'SCUSV','price':5000,'priceCurrency':'AUD'},{'name':'TOTAL DUTIES'}]}]")) {
            answers("{'products':[{'totalPrice':[{'priceCurrency':'AUD','price':5}]" + breakdown + "}]}");

            CarrierException refusal = catchThrowableOfType(CarrierException.class, () -> told(goods()));

            assertThat(refusal.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
            assertThat(refusal).hasMessageContaining("no duties and taxes are estimated for it");
        }
    }

    @Test
    void whatDhlTellsOfLinesAloneIsSummedUp() {
        answers("{'products':[{'items':[{'number':1,'breakdown':["
                + "{'typeCode':'DUTY','price':1.5,'priceCurrency':'AUD'},{'typeCode':'TAX','price':2}]}]}]}");

        LandedCost cost = told(goods());

        assertThat(cost.duties()).contains(Money.of("1.5", "AUD"));
        assertThat(cost.total()).isEqualTo(Money.of("3.5", "AUD"));
    }

    @Test
    void whatDhlTakesForClearingALineIsTheBrokerageOfThatLine() {
        String lines = "'items':[{'number':1,'breakdown':[{'typeCode':'DUTY','price':1.5},"
                + "{'name':'Clearance','serviceTypeCode':'CDZ','price':4},{'typeCode':'FEE','price':2}]}]";
        answers("{'products':[{" + lines + "}]}");

        LandedCost cost = told(goods());

        assertThat(cost.commodities().get(0).brokerage()).contains(Money.of("4", "AUD"));
        assertThat(cost.commodities().get(0).fees()).contains(Money.of("2", "AUD"));
        assertThat(cost.commodities().get(0).total()).contains(Money.of("7.5", "AUD"));
        assertThat(cost.brokerage()).contains(Money.of("4", "AUD"));
        assertThat(cost.total()).isEqualTo(Money.of("7.5", "AUD"));
        answers("{'products':[{'detailedPriceBreakdown':[{'breakdown':[{'name':'TOTAL FEES','price':6}]}]," + lines
                + "}]}");
        assertThat(told(goods()).total()).isEqualTo(Money.of("7.5", "AUD"));
    }

    @Test
    void theBrokerageOfALineInAnotherCurrencyIsNotInItsTotal() {
        answers("{'products':[{'items':[{'number':1,'breakdown':[{'typeCode':'DUTY','price':1.5},"
                + "{'serviceCode':'DD','price':15,'priceCurrency':'EUR'}]}]}]}");

        LandedCost cost = told(goods());

        assertThat(cost.commodities().get(0).brokerage()).contains(Money.of("15", "EUR"));
        assertThat(cost.commodities().get(0).total()).contains(Money.of("1.5", "AUD"));
        assertThat(cost.total()).isEqualTo(Money.of("1.5", "AUD"));
        assertThat(cost.alerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert.text()).contains("15.00 EUR"));
    }

    @Test
    void anAnswerInAnotherCurrencyThanAskedForIsToldInIt() {
        answers("{'products':[{'detailedPriceBreakdown':[{'priceCurrency':'GBP','breakdown':["
                + "{'name':'TOTAL DUTIES','price':1},{'name':'TOTAL TAXES','price':2,'priceCurrency':'GBP'}]}]}]}");

        LandedCost cost = told(goods());

        assertThat(cost.currency()).isEqualTo("GBP");
        assertThat(cost.duties()).contains(Money.of("1", "GBP"));
        assertThat(cost.total()).isEqualTo(Money.of("3", "GBP"));
        assertThat(cost.alerts()).isEmpty();
    }

    @Test
    void theProductAskedForCounts() {
        String duties = "'detailedPriceBreakdown':[{'breakdown':[{'name':'TOTAL DUTIES','price':1}]}],";
        answers("{'products':[{" + duties + "'productCode':'D','totalPrice':[{'priceCurrency':'AUD','price':5}]}," + "{"
                + duties + "'productCode':'P','totalPrice':[{'priceCurrency':'AUD','price':7}]}]}");

        assertThat(told(goods().service("P")).grandTotal()).contains(Money.of("7", "AUD"));
        assertThat(told(goods().service(Optional.empty())).service()).contains("D");
    }

    @Test
    void theBreakdownInTheCurrencyAskedForCounts() {
        answers("{'products':[{'detailedPriceBreakdown':["
                + "{'priceCurrency':'GBP','breakdown':[{'name':'TOTAL DUTIES','price':1,'priceCurrency':'GBP'}]},"
                + "{'priceCurrency':'AUD','breakdown':[{'name':'TOTAL DUTIES','price':2}]}],"
                + "'items':[{'number':1,'breakdown':[{'typeCode':'DUTY','price':1,'priceCurrency':'GBP'},"
                + "{'typeCode':'DUTY','price':2,'priceCurrency':'AUD'}]}]}]}");

        LandedCost cost = told(goods());

        assertThat(cost.duties()).contains(Money.of("2", "AUD"));
        assertThat(cost.partial()).isFalse();
        assertThat(cost.commodities().get(0).duties()).isEmpty();
        assertThat(cost.commodities().get(0).charges()).hasSize(2);
    }

    @Test
    void anAnswerWithoutACostCannotBeRead() {
        answers("{'products':[]}");

        assertThatThrownBy(() -> told(goods())).isInstanceOf(MalformedResponseException.class);
    }
}
