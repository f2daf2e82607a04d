package com.trackingmcp.fedex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.LandedCharge;
import com.trackingmcp.model.LandedCommodity;
import com.trackingmcp.model.LandedCost;
import com.trackingmcp.model.LandedCostRequest;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.Weight;
import com.trackingmcp.testkit.SandboxCall;
import com.trackingmcp.testkit.SandboxErrands;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goods cost at the border, as FedEx estimates it beside its prices. */
class FedexLandedCostTest {
    private final FedexBed bed = new FedexBed();

    @AfterEach
    void stop() {
        bed.close();
    }

    private LandedCostRequest.Builder request() {
        return LandedCostRequest.builder()
                .from(SandboxErrands.of("fedex", bed.sandbox.clock())
                        .landedCost()
                        .orElseThrow());
    }

    private static Commodity.Builder goods(String code) {
        return Commodity.builder()
                .description("things")
                .hsCode(code)
                .originCountry("US")
                .quantity(BigDecimal.ONE)
                .unitPrice(Money.of("100", "USD"))
                .weight(Weight.of("1", Weight.Unit.KG));
    }

    private CarrierException refusal(LandedCostRequest.Builder request) {
        return catchThrowableOfType(
                CarrierException.class, () -> bed.client.landedCosts().quote(request.build()));
    }

    @Test
    void duties_taxes_and_clearing_are_told_by_line_and_together() {
        LandedCost cost = bed.client.landedCosts().quote(request().build());

        assertThat(cost.carrier()).isEqualTo("fedex");
        assertThat(cost.connection()).isEqualTo("fedex");
        assertThat(cost.currency()).isEqualTo("USD");
        // two books at 10.50: free, 19 % tax; a bag at 100: 8 % duty, 19 % tax on 108; clearing 15
        assertThat(cost.duties()).contains(Money.of("8.00", "USD"));
        assertThat(cost.taxes()).contains(Money.of("24.51", "USD"));
        assertThat(cost.brokerage()).contains(Money.of("15.00", "USD"));
        assertThat(cost.otherFees()).isEmpty();
        assertThat(cost.total()).isEqualTo(Money.of("47.51", "USD"));
        assertThat(cost.grandTotal()).isPresent();
        assertThat(cost.partial()).isFalse();
        assertThat(cost.service()).isPresent();
        assertThat(cost.charges()).singleElement().satisfies(charge -> {
            assertThat(charge.type()).isEqualTo(LandedCharge.Type.BROKERAGE);
            assertThat(charge.code()).contains("CLEARANCE_ENTRY_FEE");
            assertThat(charge.description()).contains("Clearance entry fee");
        });
        LandedCommodity bag = cost.commodities().get(1);
        assertThat(bag.index()).isEqualTo(1);
        assertThat(bag.hsCode()).contains("420221");
        assertThat(bag.calculated()).isTrue();
        assertThat(bag.duties()).contains(Money.of("8.00", "USD"));
        assertThat(bag.taxes()).contains(Money.of("20.52", "USD"));
        assertThat(bag.fees()).isEmpty();
        assertThat(bag.total()).contains(Money.of("28.52", "USD"));
        assertThat(bag.charges())
                .extracting(LandedCharge::type)
                .containsExactly(LandedCharge.Type.DUTY, LandedCharge.Type.TAX);
        assertThat(bed.sandbox.callsWithoutTokens("fedex"))
                .extracting(SandboxCall::operation)
                .containsExactly("landed-cost");
    }

    @Test
    void goods_without_an_estimate_are_told_and_do_not_keep_others_from_theirs() {
        LandedCost cost = bed.client
                .landedCosts()
                .quote(request()
                        .commodities(
                                List.of(goods("999999").build(), goods("610910").build()))
                        .build());

        assertThat(cost.partial()).isTrue();
        assertThat(cost.commodities()).extracting(LandedCommodity::calculated).containsExactly(false, true);
        assertThat(cost.commodities().get(0).reason()).contains("FedEx told no duties and taxes for it");
        assertThat(cost.duties()).contains(Money.of("12.00", "USD"));
    }

    @Test
    void what_lines_of_one_code_cost_is_told_of_them_together() {
        LandedCost cost = bed.client
                .landedCosts()
                .quote(request()
                        .commodities(List.of(
                                goods("610910").build(), goods("6109.10").build()))
                        .build());

        assertThat(cost.partial()).isFalse();
        assertThat(cost.duties()).contains(Money.of("24.00", "USD"));
        assertThat(cost.commodities()).allSatisfy(line -> {
            assertThat(line.calculated()).isTrue();
            assertThat(line.duties()).isEmpty();
            assertThat(line.reason()).isPresent();
        });
        assertThat(cost.charges()).hasSize(5);
    }

    @Test
    void the_service_asked_for_is_the_one_estimated() {
        LandedCost cost = bed.client
                .landedCosts()
                .quote(request().service("INTERNATIONAL_ECONOMY").build());

        assertThat(cost.service()).contains("INTERNATIONAL_ECONOMY");
    }

    @Test
    void a_place_fedex_does_not_serve_is_a_refusal() {
        CarrierException refusal = refusal(request()
                .recipient(Address.builder().country("AQ").city("McMurdo").build()));

        assertThat(refusal.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(refusal.carrierCode()).contains("RATE.LOCATION.NOSERVICE");
    }

    @Test
    void all_that_is_missing_or_wrong_is_told_before_anything_is_sent() {
        CarrierException refusal = refusal(request()
                .sender(Address.builder().country("US").build())
                .recipient(Address.builder().country("US").postalCode("38118").build())
                .commodities(List.of(goods("610910")
                        .quantity(new BigDecimal("1.5"))
                        .weight(Optional.empty())
                        .build())));
        CarrierException weightless =
                refusal(request().addParcels(Parcel.builder().build()));

        assertThat(FedexDeskBed.paths(refusal))
                .containsExactlyInAnyOrder(
                        "sender.postal_code", "recipient.country", "commodities[0].quantity", "commodities[0].weight");
        assertThat(FedexDeskBed.paths(weightless)).containsExactly("parcels[0].weight");
        assertThat(bed.sandbox.calls("fedex")).isEmpty();
    }

    @Test
    void an_estimate_is_asked_for_again_where_its_answer_is_lost() {
        bed.sandbox.fail("fedex").on("landed-cost").withLostAnswer().times(1);

        assertThat(bed.client.landedCosts().quote(request().build()).duties()).isPresent();
        assertThat(bed.sandbox.callsWithoutTokens("fedex")).hasSize(2);
    }

    /** FedEx's answers in their shapes. */
    @Nested
    class Shapes {
        private final FedexServer fedex = new FedexServer().with("FEDEX_ACCOUNT_NUMBER", "100200300");
        private final TrackingClient client = fedex.client();

        @AfterEach
        void stop() {
            client.close();
            fedex.close();
        }

        private LandedCost cost(String tariffs) {
            return cost(tariffs, request().build());
        }

        private LandedCost cost(String tariffs, LandedCostRequest request) {
            fedex.answer(
                    FedexSold.RATES,
                    200,
                    ("{'output':{'rateReplyDetails':[{'serviceType':'FEDEX_INTERNATIONAL_PRIORITY',"
                                    + "'ratedShipmentDetails':[" + tariffs + "]}]}}")
                            .replace('\'', '"'));
            return client.landedCosts().quote(request);
        }

        @Test
        void the_question_asks_for_an_estimate_and_weighs_the_goods_together() {
            cost("{'rateType':'ACCOUNT','currency':'USD','totalDutiesAndTaxes':1}");

            JsonNode sent = fedex.sent(FedexSold.RATES).get(0);
            assertThat(sent.at("/requestedShipment/edtRequestType").asText()).isEqualTo("ALL");
            assertThat(sent.at("/requestedShipment/rateRequestType")).hasToString("[\"ACCOUNT\"]");
            assertThat(sent.at("/requestedShipment/requestedPackageLineItems/0/weight"))
                    .hasToString("{\"units\":\"KG\",\"value\":2}");
            assertThat(sent.at("/requestedShipment/customsClearanceDetail/commodities/1/harmonizedCode")
                            .asText())
                    .isEqualTo("420221");
        }

        @Test
        void several_taxes_of_one_line_in_a_list_are_all_read() {
            LandedCost cost = cost("{'rateType':'ACCOUNT','currency':'EUR','edtCharges':[{'harmonizedCode':'42022100',"
                    + "'edtTaxDetail':[{'edtTaxType':'DUTY','amount':'8.10'},{'edtTaxType':'EXCISE_TAX','amount':2},"
                    + "{'edtTaxType':'IMPORT_LICENSE_FEE','amount':1},{'edtTaxType':'SOMETHING','amount':0.5}]}]}");

            assertThat(cost.currency()).isEqualTo("EUR");
            assertThat(cost.total()).isEqualTo(Money.of("11.60", "EUR"));
            assertThat(cost.otherFees()).contains(Money.of("1.5", "EUR"));
            assertThat(cost.commodities().get(1).total()).contains(Money.of("11.60", "EUR"));
            assertThat(cost.commodities().get(1).hsCode()).contains("42022100");
            assertThat(cost.partial()).isTrue();
        }

        @Test
        void what_clearing_one_line_costs_is_the_brokerage_of_that_line() {
            LandedCost cost = cost("{'rateType':'ACCOUNT','currency':'USD','edtCharges':[{'harmonizedCode':'420221',"
                    + "'edtTaxDetail':[{'edtTaxType':'DUTY','amount':8},{'edtTaxType':'CLEARANCE_ENTRY_FEE','amount':15},"
                    + "{'edtTaxType':'IMPORT_LICENSE_FEE','amount':1}]}]}");

            LandedCommodity bag = cost.commodities().get(1);
            assertThat(bag.brokerage()).contains(Money.of("15", "USD"));
            assertThat(bag.fees()).contains(Money.of("1", "USD"));
            assertThat(bag.total()).contains(Money.of("24", "USD"));
            assertThat(cost.brokerage()).contains(Money.of("15", "USD"));
            assertThat(cost.total()).isEqualTo(Money.of("24", "USD"));
        }

        @Test
        void what_is_levied_is_told_once_by_line_or_together() {
            LandedCost cost = cost(
                    "{'rateType':'ACCOUNT','currency':'USD','edtCharges':["
                            + "{'harmonizedCode':'490199','edtTaxDetail':{'edtTaxType':'DUTY','amount':1}},"
                            + "{'harmonizedCode':'490110','edtTaxDetail':{'edtTaxType':'DUTY','amount':2}},"
                            + "{'harmonizedCode':'850440','edtTaxDetail':{'edtTaxType':'DUTY','amount':4}},"
                            + "{'edtTaxDetail':{'edtTaxType':'STAMP_TAX','amount':8}}]}",
                    request()
                            .commodities(List.of(
                                    goods("4901").build(),
                                    goods("490199").build(),
                                    goods("850440").build()))
                            .build());

            assertThat(cost.total()).isEqualTo(Money.of("15", "USD"));
            assertThat(cost.commodities().get(2).total()).contains(Money.of("4", "USD"));
            assertThat(cost.charges())
                    .extracting(charge -> charge.amount().amount().intValue())
                    .containsExactly(1, 2, 8);
        }

        @Test
        void a_sum_alone_lacks_no_line() {
            LandedCost cost = cost("{'rateType':'ACCOUNT','currency':'USD','totalDutiesAndTaxes':33.1}");

            assertThat(cost.total()).isEqualTo(Money.of("33.1", "USD"));
            assertThat(cost.duties()).isEmpty();
            assertThat(cost.partial()).isFalse();
            assertThat(cost.commodities())
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line.reason()).contains("FedEx told the sum of all goods alone"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "'currency':'USD','totalNetCharge':10",
                    "'currency':'USD','totalDutiesAndTaxes':0",
                    "'currency':'USD','totalDutiesAndTaxes':0,'totalDutiesTaxesAndFees':0,'edtCharges':[]",
                    "'currency':'USD','edtCharges':[{'harmonizedCode':'490199','edtTaxDetail':{'edtTaxType':'DUTY'}}]",
                    "'currency':'USD','ancillaryFeesAndTaxes':[{'type':'CLEARANCE_ENTRY_FEE','amount':0}]"
                })
        void what_fedex_did_not_tell_is_an_error_and_not_free(String members) {
            CarrierException refusal =
                    catchThrowableOfType(CarrierException.class, () -> cost("{'rateType':'ACCOUNT'," + members + "}"));

            assertThat(refusal.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
            assertThat(refusal).hasMessageContaining("no duties and taxes are estimated for it");
            assertThat(refusal.carrierText()).isEmpty();
        }

        @Test
        void levies_of_nothing_are_told_as_nothing() {
            LandedCost cost = cost("{'rateType':'ACCOUNT','currency':'USD','edtCharges':[{'harmonizedCode':'490199',"
                    + "'edtTaxDetail':{'edtTaxType':'DUTY','amount':0}}]}");

            assertThat(cost.total()).isEqualTo(Money.of("0", "USD"));
            assertThat(cost.duties()).contains(Money.of("0", "USD"));
        }

        @Test
        void amounts_without_a_currency_are_none() {
            CarrierException refusal = catchThrowableOfType(
                    CarrierException.class, () -> cost("{'rateType':'ACCOUNT','totalDutiesAndTaxes':7}"));

            assertThat(refusal).hasMessageContaining("no duties and taxes are estimated for it");
        }

        @Test
        void fees_are_in_the_total_where_fedex_sums_the_others_alone() {
            String fee = "'ancillaryFeesAndTaxes':[{'type':'CLEARANCE_ENTRY_FEE','amount':15}]";

            LandedCost both = cost("{'rateType':'ACCOUNT','currency':'USD','totalDutiesAndTaxes':7," + fee + "}");
            LandedCost placeholder = cost("{'rateType':'ACCOUNT','currency':'USD','totalDutiesAndTaxes':0,"
                    + "'totalDutiesTaxesAndFees':15," + fee + "}");

            assertThat(both.total()).isEqualTo(Money.of("22", "USD"));
            assertThat(both.partial()).isFalse();
            assertThat(placeholder.total()).isEqualTo(Money.of("15", "USD"));
            assertThat(placeholder.partial()).isTrue();
            assertThat(placeholder.duties()).isEmpty();
        }

        @Test
        void what_is_levied_on_goods_without_a_code_lacks_no_line() {
            LandedCost cost = cost(
                    "{'rateType':'ACCOUNT','currency':'USD','edtCharges':[{'edtTaxDetail':{'edtTaxType':'DUTY','amount':5}}]}",
                    request()
                            .commodities(
                                    List.of(goods("1").hsCode(Optional.empty()).build()))
                            .build());

            assertThat(cost.partial()).isFalse();
            assertThat(cost.commodities().get(0).calculated()).isTrue();
            assertThat(cost.commodities().get(0).hsCode()).isEmpty();
            assertThat(cost.charges()).hasSize(1);
        }

        @Test
        void the_tariff_that_estimates_counts() {
            LandedCost cost = cost("{'rateType':'ACCOUNT','currency':'USD','totalNetCharge':10},"
                    + "{'rateType':'LIST','currency':'USD','totalNetCharge':12,'totalDutiesTaxesAndFees':7}");

            assertThat(cost.total()).isEqualTo(Money.of("7", "USD"));
        }

        @Test
        void an_estimate_in_the_currency_asked_for_is_read_where_fedex_puts_it() {
            LandedCost cost = cost(
                    "{'rateType':'ACCOUNT','currency':'USD','totalNetCharge':10,'totalDutiesAndTaxes':9},"
                            + "{'rateType':'PREFERRED','currency':'EUR','totalNetCharge':8,'edtCharges':["
                            + "{'edtTaxDetail':{'edtTaxType':'DUTY','amount':9}}],'preferredEdtCharges':["
                            + "{'harmonizedCode':'490199','edtTaxDetail':{'edtTaxType':'DUTY','amount':7}}]}",
                    request().currency("EUR").build());

            assertThat(cost.currency()).isEqualTo("EUR");
            assertThat(cost.duties()).contains(Money.of("7", "EUR"));
            assertThat(fedex.sent(FedexSold.RATES)
                            .get(0)
                            .at("/requestedShipment/preferredCurrency")
                            .asText())
                    .isEqualTo("EUR");
        }
    }
}
