package com.trackingmcp.ups;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.model.LandedCost;
import com.trackingmcp.model.LandedCostRequest;
import com.trackingmcp.model.Money;
import com.trackingmcp.testkit.SandboxErrands;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** What UPS's answers were seen to look like. */
class UpsLandedCostAnswersTest extends UpsTestBed {
    private final LandedCostRequest goods =
            SandboxErrands.of("ups", Clock.systemUTC()).landedCost().orElseThrow();

    private LandedCost quote(String body) {
        ups.stubFor(post(urlPathEqualTo("/api/landedcost/v1/quotes")).willReturn(json(body)));
        return client().landedCosts().quote(goods);
    }

    private CarrierException refusal(String body) {
        return catchThrowableOfType(CarrierException.class, () -> quote(body));
    }

    @Test
    void namesAreReadAsTheDescriptionSpellsThem() {
        LandedCost cost = quote("""
                {"shipment":{"currencyCode":"USD","totalDuties":1,"totalVAT":2.10,"totalCommodityLevelTaxesAndFees":3,
                 "totalShipmentLevelTaxesAndFees":0.05,"totalDutyAndTax":6.15,"totalBrokerageFees":1e1,
                 "shipmentItems":[{"commodityID":"0","commodityDuty":1,"totalCommodityTaxAndFee":3,"commodityVAT":2.1,
                 "totalCommodityDutyAndTax":6.1,"isCalculable":"true"},{"commodityID":1,"isCalculable":"false"}]}}""");
        assertThat(cost.total()).isEqualTo(Money.of("16.15", "USD"));
        assertThat(cost.grandTotal()).isEmpty();
        assertThat(cost.taxes()).hasValue(Money.of("5.15", "USD"));
        assertThat(cost.commodities().get(0).taxes()).hasValue(Money.of("5.10", "USD"));
        assertThat(cost.commodities().get(0).total()).hasValue(Money.of("6.10", "USD"));
        assertThat(cost.charges()).extracting(charge -> charge.amount()).containsExactly(Money.of("0.05", "USD"));
        assertThat(cost.partial()).isTrue();
    }

    @Test
    void lineThatUpsLeavesOutWasNotCalculated() {
        LandedCost cost = quote("""
                {"shipment":{"currencyCode":"USD","grandTotal":1,"shipmentItems":
                 {"commodityId":"1","totalCommodityDutyandTax":1}},
                 "errors":[{"code":"A1","message":"Something"},{"code":"B2","description":"Other","field":"items[1].x"}]}""");
        assertThat(cost.commodities()).extracting(line -> line.calculated()).containsExactly(false, true);
        assertThat(cost.commodities().get(0).reason()).hasValue("Something");
        assertThat(cost.duties()).isEmpty();
        assertThat(cost.alerts()).hasSize(2);
    }

    @Test
    void amountsKeepDigitsNoDoubleHas() {
        assertThat(quote("""
                {"shipment":{"currencyCode":"USD","grandTotal":123456789012345678.0123456789}}""").total()).isEqualTo(Money.of("123456789012345678.0123456789", "USD"));
    }

    @Test
    void answerThatCalculatesNoLineIsARefusal() {
        String lines = "\"shipmentItems\":[{\"commodityId\":\"0\",\"isCalculable\":false,"
                + "\"errors\":{\"description\":\"Forbidden\"}},{\"commodityId\":\"1\",\"isCalculable\":false}]";
        CarrierException silent = refusal("{\"shipment\":{\"currencyCode\":\"USD\",\"grandTotal\":0," + lines + "}}");
        assertThat(silent.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(silent.carrierText()).hasValue("Forbidden");
        CarrierException fees = refusal("{\"shipment\":{\"currencyCode\":\"USD\",\"grandTotal\":15.00,"
                + "\"totalBrokerageFees\":15," + lines.replace("Forbidden", "") + "}}");
        assertThat(fees.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(fees.carrierText()).isEmpty();
        assertThat(fees).hasMessageContaining("no duties and taxes are estimated for it");
    }

    @Test
    void goodsThatAreFreeOfDutiesAreFree() {
        assertThat(quote("{\"shipment\":{\"currencyCode\":\"USD\",\"grandTotal\":0,\"shipmentItems\":["
                                + "{\"commodityId\":\"0\",\"totalCommodityDutyandTax\":0,\"isCalculable\":true},"
                                + "{\"commodityId\":\"1\",\"totalCommodityDutyandTax\":0,\"isCalculable\":true}]}}")
                        .total())
                .isEqualTo(Money.of("0", "USD"));
    }

    @Test
    void errorAtTheTopIsARefusal() {
        CarrierException error = refusal("{\"error\":{\"code\":\"X9\",\"message\":\"No.\"}}");
        assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(error.details().carrierCode()).hasValue("X9");
    }

    @Test
    void answerThatHoldsNoEstimateCannotBeRead() {
        assertThat(refusal("{}").code()).isEqualTo(ErrorCode.MALFORMED_RESPONSE);
        assertThat(refusal("{\"shipment\":{\"currencyCode\":\"USD\"}}").code()).isEqualTo(ErrorCode.MALFORMED_RESPONSE);
        assertThat(refusal("{\"shipment\":{\"currencyCode\":\"??\",\"grandTotal\":1}}")
                        .code())
                .isEqualTo(ErrorCode.MALFORMED_RESPONSE);
    }
}
