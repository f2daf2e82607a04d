package com.trackingmcp.dhl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.CarrierUnavailableException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.Incoterm;
import com.trackingmcp.model.LandedCharge;
import com.trackingmcp.model.LandedCommodity;
import com.trackingmcp.model.LandedCost;
import com.trackingmcp.model.LandedCostRequest;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.testkit.SandboxErrands;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Duties and taxes, as DHL Express estimates them in the sandbox: from Bonn to London. */
class DhlLandedCostTest extends DhlSalesBed {

    private LandedCostRequest.Builder goods() {
        return LandedCostRequest.builder()
                .from(SandboxErrands.of("dhl", sandbox.clock()).landedCost().orElseThrow());
    }

    private static Commodity.Builder but(Commodity goods) {
        return Commodity.builder().from(goods);
    }

    private static Optional<Money> euros(String amount) {
        return Optional.of(Money.of(amount, "EUR"));
    }

    @Test
    void dutiesTaxesAndFeesAreToldForAllGoodsAndForEach() {
        LandedCost cost = client.landedCosts().quote(goods().build());

        assertThat(cost.carrier()).isEqualTo("dhl");
        assertThat(cost.connection()).isEqualTo("dhl");
        assertThat(cost.currency()).isEqualTo("EUR");
        assertThat(cost.duties()).isEqualTo(euros("9.60"));
        assertThat(cost.taxes()).isEqualTo(euros("33.88"));
        assertThat(cost.otherFees()).isEqualTo(euros("15.00"));
        assertThat(cost.brokerage()).isEmpty();
        assertThat(cost.total()).isEqualTo(Money.of("58.48", "EUR"));
        assertThat(cost.grandTotal()).isEqualTo(euros("218.28"));
        assertThat(cost.partial()).isFalse();
        assertThat(cost.alerts()).isEmpty();
        assertThat(cost.charges())
                .extracting(LandedCharge::type)
                .containsExactly(
                        LandedCharge.Type.INSURANCE,
                        LandedCharge.Type.FREIGHT,
                        LandedCharge.Type.GOODS,
                        LandedCharge.Type.FEE);
        assertThat(cost.commodities()).hasSize(2);
        LandedCommodity bags = cost.commodities().get(1);
        assertThat(bags.index()).isEqualTo(1);
        assertThat(bags.calculated()).isTrue();
        assertThat(bags.reason()).isEmpty();
        assertThat(bags.duties()).isEqualTo(euros("9.60"));
        assertThat(bags.taxes()).isEqualTo(euros("25.92"));
        assertThat(bags.fees()).isEmpty();
        assertThat(bags.total()).isEqualTo(euros("35.52"));
        assertThat(bags.charges())
                .extracting(charge -> charge.code().orElseThrow())
                .containsExactly("CIF", "DUTY", "VAT");
        assertThat(bags.charges().get(0).type()).isEqualTo(LandedCharge.Type.OTHER);
    }

    @Test
    void whatDhlTakesForPayingDutiesIsTheBrokerage() {
        LandedCost cost = client.landedCosts()
                .quote(goods().incoterm(Incoterm.DDP)
                        .service("P")
                        .freight(Money.of("25.50", "EUR"))
                        .insurance(Money.of("4.50", "EUR"))
                        .build());

        assertThat(cost.brokerage()).isEqualTo(euros("15.00"));
        assertThat(cost.total()).isEqualTo(Money.of("58.48", "EUR"));
        assertThat(cost.grandTotal()).isEqualTo(euros("248.28"));
        assertThat(cost.service()).contains("P");
    }

    @Test
    void goodsThatCannotBeCalculatedAreToldAndKeepNoOthersFromIt() {
        List<Commodity> lines = goods().build().commodities();

        LandedCost cost = client.landedCosts()
                .quote(goods().commodities(
                                List.of(but(lines.get(0)).hsCode("990000").build(), lines.get(1)))
                        .build());

        assertThat(cost.partial()).isTrue();
        assertThat(cost.commodities().get(0).calculated()).isFalse();
        assertThat(cost.commodities().get(0).reason().orElseThrow()).contains("cannot be estimated");
        assertThat(cost.commodities().get(0).total()).isEmpty();
        assertThat(cost.commodities().get(1).calculated()).isTrue();
        assertThat(cost.duties()).isEqualTo(euros("9.60"));
        assertThat(cost.alerts()).hasSize(1);
    }

    @Test
    void whereDhlDoesNotGoAndWhomItDoesNotKnowIsRefused() {
        CarrierException nowhere = catchThrowableOfType(
                CarrierException.class,
                () -> client.landedCosts()
                        .quote(goods().recipient(DhlOrders.address("1 Ice Street", "Base", "1", "AQ")
                                        .build())
                                .build()));

        assertThat(nowhere.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(nowhere).hasMessageContaining("not available at origin");
        try (var other = client(Map.of("DHL_EXPRESS_ACCOUNT_NUMBER", "999999999"))) {
            CarrierException unknown = catchThrowableOfType(
                    CarrierException.class, () -> other.landedCosts().quote(goods().build()));
            assertThat(unknown).hasMessageContaining("account number is not found");
        }
    }

    @Test
    void everythingThatIsMissingOrWrongIsToldAtOnceAndNothingIsSent() {
        Commodity books = goods().build().commodities().get(0);
        try (var unpaid = client(Map.of("DHL_EXPRESS_ACCOUNT_NUMBER", ""))) {
            LandedCostRequest wrong = goods().recipient(DhlOrders.munich()
                            .city(Optional.empty())
                            .country("GB")
                            .build())
                    .service("TOOLONG")
                    .currency("ABC")
                    .freight(Money.of("1.0001", "EUR"))
                    .commodities(List.of(but(books)
                            .description("x".repeat(256))
                            .hsCode("1".repeat(19))
                            .partNumber("x".repeat(36))
                            .quantity(new BigDecimal("1.0001"))
                            .unitPrice(Money.of("1.000001", "EUR"))
                            .weight(Optional.empty())
                            .build()))
                    .build();

            InvalidRequestException refusal = catchThrowableOfType(
                    InvalidRequestException.class, () -> unpaid.landedCosts().quote(wrong));

            assertThat(refusal.fields())
                    .extracting(FieldProblem::path)
                    .containsExactly(
                            "DHL_EXPRESS_ACCOUNT_NUMBER",
                            "recipient.city",
                            "service",
                            "currency",
                            "freight",
                            "parcels",
                            "commodities[0].description",
                            "commodities[0].hs_code",
                            "commodities[0].part_number",
                            "commodities[0].quantity",
                            "commodities[0].unit_price");
        }
        assertThat(sandbox.calls("mydhl")).isEmpty();
    }

    @Test
    void parcelsNeedTheirWeight() {
        LandedCostRequest weightless =
                goods().addParcels(Parcel.builder().packaging("BOX").build()).build();

        assertThat(catchThrowableOfType(
                                InvalidRequestException.class,
                                () -> client.landedCosts().quote(weightless))
                        .fields())
                .extracting(FieldProblem::path)
                .containsExactly("parcels[0].weight", "parcels[0].packaging");
    }

    @Test
    void aLostAnswerIsAFailureThatMayBeTriedAgainForNothingWasBought() {
        sandbox.fail("mydhl").on("landed-cost").withLostAnswer().times(1);

        assertThat(catchThrowableOfType(
                                CarrierUnavailableException.class,
                                () -> client.landedCosts().quote(goods().build()))
                        .retryable())
                .isTrue();
        assertThat(client.landedCosts().quote(goods().build()).partial()).isFalse();
    }
}
