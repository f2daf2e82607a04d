package com.trackingmcp.ups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.CarrierUnavailableException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.ContentType;
import com.trackingmcp.model.Incoterm;
import com.trackingmcp.model.LandedCharge;
import com.trackingmcp.model.LandedCommodity;
import com.trackingmcp.model.LandedCost;
import com.trackingmcp.model.LandedCostRequest;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Weight;
import com.trackingmcp.testkit.SandboxErrands;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpsLandedCostsTest extends UpsSaleBed {
    private final LandedCostRequest goods =
            SandboxErrands.of("ups", sandbox.clock()).landedCost().orElseThrow();

    private LandedCostRequest.Builder goods() {
        return LandedCostRequest.builder().from(goods);
    }

    private static Commodity.Builder like(Commodity commodity) {
        return Commodity.builder().from(commodity);
    }

    private static Money dollars(String amount) {
        return Money.of(amount, "USD");
    }

    private CarrierException refused(LandedCostRequest request) {
        return catchThrowableOfType(
                CarrierException.class, () -> client.landedCosts().quote(request));
    }

    private static JsonNode question(LandedCostRequest.Builder request) {
        return tree(UpsLandedCostEncoder.question(request.build(), "test-call"));
    }

    @Test
    void dutiesTaxesAndFeesAreToldOfAllGoodsAndOfEachLine() {
        LandedCost cost = client.landedCosts().quote(goods);
        assertThat(cost.carrier()).isEqualTo("ups");
        assertThat(cost.connection()).isEqualTo("ups");
        assertThat(cost.currency()).isEqualTo("USD");
        assertThat(cost.duties()).hasValue(dollars("6.40"));
        assertThat(cost.taxes()).hasValue(dollars("23.98"));
        assertThat(cost.brokerage()).hasValue(dollars("15.00"));
        assertThat(cost.otherFees()).isEmpty();
        assertThat(cost.total()).isEqualTo(dollars("45.38"));
        assertThat(cost.grandTotal()).hasValue(cost.total());
        assertThat(cost.partial()).isFalse();
        assertThat(cost.alerts()).isEmpty();
        assertThat(cost.charges())
                .extracting(charge -> charge.type() + " " + charge.description().orElseThrow() + " " + charge.amount())
                .containsExactly("BROKERAGE DisbursementFee 5.00 USD", "BROKERAGE EntryPreparationFee 10.00 USD");
        LandedCommodity bags = cost.commodities().get(1);
        assertThat(bags.index()).isEqualTo(1);
        assertThat(bags.calculated()).isTrue();
        assertThat(bags.hsCode()).hasValue("420221");
        assertThat(bags.duties()).hasValue(dollars("6.40"));
        assertThat(bags.taxes()).hasValue(dollars("16.42"));
        assertThat(bags.brokerage()).isEmpty();
        assertThat(bags.total()).hasValue(dollars("22.82"));
        assertThat(bags.charges())
                .extracting(LandedCharge::type)
                .containsExactly(LandedCharge.Type.DUTY, LandedCharge.Type.TAX);
        assertThat(cost.commodities().get(0).duties()).hasValue(dollars("0.00"));
    }

    @Test
    void goodsThatCannotBeCalculatedKeepNoOthersFromIt() {
        Commodity odd = like(goods.commodities().get(1)).hsCode("990000").build();
        LandedCost cost = client.landedCosts()
                .quote(goods().commodities(List.of(goods.commodities().get(0), odd))
                        .build());
        assertThat(cost.partial()).isTrue();
        assertThat(cost.commodities().get(0).calculated()).isTrue();
        LandedCommodity failed = cost.commodities().get(1);
        assertThat(failed.calculated()).isFalse();
        assertThat(failed.reason()).hasValue("The commodity cannot be classified.");
        assertThat(failed.duties()).isEmpty();
        assertThat(failed.total()).isEmpty();
        assertThat(cost.alerts())
                .extracting(alert -> alert.code().orElseThrow())
                .containsExactly("LC0017");
    }

    @Test
    void goodsOfWhichNoneCanBeCalculatedAreRefusedAndNotFree() {
        Commodity odd = like(goods.commodities().get(1)).hsCode("990000").build();
        CarrierException error = refused(goods().commodities(List.of(odd)).build());
        assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(error.details().carrierCode()).hasValue("LC0017");
        assertThat(error.details().carrierText()).hasValue("The commodity cannot be classified.");
        assertThat(error).hasMessageContaining("The commodity cannot be classified.");
    }

    @Test
    void refusalInAnAnswerWithAGoodStatusIsARefusal() {
        CarrierException error = refused(
                goods().recipient(Address.builder().country("AQ").build()).build());
        assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(error.details().carrierCode()).hasValue("LC0003");
        assertThat(error.details().carrierText()).hasValue("The import country is not supported.");
    }

    @Test
    void allThatIsWrongIsToldAtOnceAndNothingIsSent() {
        Commodity half = like(goods.commodities().get(0))
                .quantity(new BigDecimal("1.5"))
                .description("x".repeat(151))
                .hsCode("9".repeat(41))
                .build();
        CarrierException error =
                refused(goods().recipient(Address.builder().country("US").build())
                        .commodities(List.of(half, goods.commodities().get(1)))
                        .incoterm(Incoterm.DDU)
                        .currency("EUR")
                        .freight(Money.of("7.50", "EUR"))
                        .insurance(dollars("2.00"))
                        .build());
        assertThat(error).isInstanceOf(InvalidRequestException.class);
        assertThat(error.details().fields())
                .extracting(field -> field.path())
                .containsExactlyInAnyOrder(
                        "recipient.country",
                        "incoterm",
                        "insurance",
                        "currency",
                        "freight",
                        "commodities[0].quantity",
                        "commodities[0].hs_code",
                        "commodities[0].description");
        assertThat(sandbox.calls("ups")).isEmpty();
    }

    @Test
    void atMostNinetyNineLinesOfSoMuchWorthAreTaken() {
        Commodity dear = like(goods.commodities().get(0))
                .unitPrice(dollars("99999999999.99"))
                .quantity(BigDecimal.ONE)
                .build();
        CarrierException error =
                refused(goods().commodities(Collections.nCopies(100, dear)).build());
        assertThat(error.details().fields())
                .extracting(field -> field.problem())
                .containsExactly("are 100; UPS takes 99", "are worth more than 999999999999.99, the most UPS takes");
    }

    @Test
    void amountsAreNumbersWithAllTheirDigits() {
        Commodity odd = like(goods.commodities().get(0))
                .quantity(new BigDecimal("1E+3"))
                .unitPrice(dollars("0.00000012345"))
                .weight(Weight.of("500", Weight.Unit.G))
                .build();
        String written = new String(
                WireJson.write(UpsLandedCostEncoder.question(
                        goods().commodities(List.of(odd))
                                .freight(dollars("7.10"))
                                .build(),
                        "test-call")),
                StandardCharsets.UTF_8);
        assertThat(written)
                .contains("\"quantity\":1000,", "\"priceEach\":0.00000012345,", "\"transportCost\":7.10,")
                .contains("\"grossWeight\":0.5,\"grossWeightUnit\":\"KG\"", "\"allowPartialLandedCostResult\":true");
    }

    @Test
    void whatIsKnownOfTheShipmentIsSent() {
        JsonNode shipment = question(goods().recipient(Address.builder()
                                .country("CA")
                                .stateOrProvince("ON")
                                .build())
                        .incoterm(Incoterm.DAP)
                        .contentType(ContentType.GIFT)
                        .shipDate(LocalDate.of(2026, 2, 12)))
                .path("shipment");
        assertThat(shipment.path("importProvince").asText()).isEqualTo("Ontario");
        assertThat(shipment.path("incoterms").asText()).isEqualTo("DAP");
        assertThat(shipment.path("shipmentType").asText()).isEqualTo("GIFT");
        assertThat(shipment.path("shipDate").asText()).isEqualTo("2026-02-12");
        assertThat(shipment.at("/shipmentItems/0/UOM").asText()).isEqualTo("Each");
        assertThat(shipment.at("/shipmentItems/1/commodityId").asText()).isEqualTo("1");
    }

    @Test
    void whatIsNotKnownIsLeftToUps() {
        JsonNode question = question(goods());
        assertThat(question.path("shipment").fieldNames())
                .toIterable()
                .containsExactly("id", "importCountryCode", "exportCountryCode", "shipmentType", "shipmentItems");
        assertThat(question.at("/shipment/shipmentType").asText()).isEqualTo("SALE");
    }

    @Test
    void unitsOfTheInvoiceThatMeanPiecesAreTranslatedOthersKept() {
        Commodity books = goods.commodities().get(0);
        JsonNode items = question(goods().commodities(List.of(
                        like(books).quantityUnit("PCS").build(),
                        like(books).quantityUnit("KILOGRAM").build(),
                        like(books).weight(Weight.of("8", Weight.Unit.OZ)).build())))
                .at("/shipment/shipmentItems");
        assertThat(items.findValuesAsText("UOM")).containsExactly("Each", "KILOGRAM", "Each");
        assertThat(items.at("/2/grossWeight").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(items.at("/2/grossWeightUnit").asText()).isEqualTo("LB");
    }

    @Test
    void questionIsAskedAgainForItChangesNothing() {
        sandbox.fail("ups").on("landed-cost").withLostAnswer().times(1);
        assertThat(client(sandbox.config(), 1).landedCosts().quote(goods).total())
                .isEqualTo(dollars("45.38"));
        sandbox.fail("ups").on("landed-cost").with(500).times(1);
        assertThat(refused(goods)).isInstanceOf(CarrierUnavailableException.class);
    }
}
