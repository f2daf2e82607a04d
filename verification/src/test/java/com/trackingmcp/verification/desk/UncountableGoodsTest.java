package com.trackingmcp.verification.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.LandedCostRequest;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxErrands;
import com.trackingmcp.testkit.SandboxOrders;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers that are short to write and too long to write out: refused with their field, in no time, and never sent. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UncountableGoodsTest {
    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final TrackingClient client = TrackingClient.builder()
            .config(sandbox.config())
            .clock(sandbox.clock())
            .build();

    @AfterEach
    void close() {
        client.close();
        sandbox.close();
    }

    static Stream<Arguments> cells() {
        return Stream.of("fedex", "ups", "dhl")
                .flatMap(carrier -> Stream.of("1E+100000", "1E-100000", "1E+2147483647", "1E-2147483647")
                        .map(quantity -> Arguments.of(carrier, new BigDecimal(quantity))));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void they_keep_a_landed_cost_from_being_asked_for(String carrier, BigDecimal quantity) {
        LandedCostRequest goods =
                SandboxErrands.of(carrier, sandbox.clock()).landedCost().orElseThrow();
        LandedCostRequest odd = LandedCostRequest.builder()
                .from(goods)
                .commodities(List.of(of(goods.commodities().get(0), quantity)))
                .build();
        refused(carrier, "commodities[0].quantity", () -> client.landedCosts().quote(odd));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void they_keep_a_shipment_from_being_bought_or_priced(String carrier, BigDecimal quantity) {
        ShipmentRequest order = SandboxOrders.international(carrier).build();
        Customs customs = order.customs().orElseThrow();
        ShipmentRequest odd = ShipmentRequest.builder()
                .from(order)
                .customs(Customs.builder()
                        .from(customs)
                        .commodities(List.of(of(customs.commodities().get(0), quantity)))
                        .build())
                .build();
        refused(carrier, "customs.commodities[0].quantity", () -> client.ship(odd));
        refused(
                carrier,
                "customs.commodities[0].quantity",
                () -> client.rates(odd).failures().values().forEach(failure -> {
                    throw failure;
                }));
    }

    private static Commodity of(Commodity goods, BigDecimal quantity) {
        return Commodity.builder().from(goods).quantity(quantity).build();
    }

    private void refused(String carrier, String path, ThrowingCallable question) {
        InvalidRequestException refusal = catchThrowableOfType(InvalidRequestException.class, question);
        assertThat(refusal.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
        assertThat(refusal.fields())
                .anySatisfy(field -> assertThat(field)
                        .isEqualTo(new FieldProblem(path, "has too many digits, by itself or times the price")));
        assertThat(sandbox.calls(carrier)).isEmpty();
    }
}
