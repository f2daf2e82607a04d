package com.trackingmcp.dhl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.trackingmcp.Rates;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.model.BillingAccount;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.Charge;
import com.trackingmcp.model.DeliveryWindow;
import com.trackingmcp.model.Dimensions;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.Payment;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.TransitTime;
import com.trackingmcp.model.Weight;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Prices and transit times of DHL Express, asked of the sandbox. */
class DhlRatingTest extends DhlSalesBed {

    @Test
    void aDomesticLaneHasItsProducts() {
        List<Rate> rates = rates(DhlOrders.domestic().service(Optional.empty())).rates();

        assertThat(rates).extracting(Rate::service).containsExactly("N", "1", "I");
        Rate rate = rates.get(0);
        assertThat(rate.serviceName()).contains("EXPRESS DOMESTIC");
        assertThat(rate.total()).isEqualTo(Money.of("21.24", "EUR"));
        assertThat(rate.negotiatedPrice()).contains(rate.total());
        assertThat(rate.listPrice()).isEmpty();
        assertThat(rate.charges())
                .extracting(Charge::type, charge -> charge.code().orElse(""), Charge::amount)
                .containsExactly(
                        tuple(Charge.Type.BASE, "", Money.of("14.25", "EUR")),
                        tuple(Charge.Type.FUEL, "FF", Money.of("3.60", "EUR")),
                        tuple(Charge.Type.TAX, "STTXA", Money.of("3.39", "EUR")));
        assertThat(rate.transitDays()).contains(1);
        assertThat(rate.delivery())
                .contains(DeliveryWindow.by(CarrierTime.parse("2026-02-11T23:59:00"), DeliveryWindow.Basis.COMMITMENT));
        assertThat(rate.billingWeight()).contains(Weight.of("1.5", Weight.Unit.KG));
        assertThat(rate.details()).containsEntry("local_product_code", "N");
    }

    @Test
    void goodsAndDocumentsHaveDifferentProducts() {
        assertThat(rates(DhlOrders.abroad().service(Optional.empty())).rates())
                .extracting(Rate::service)
                .containsExactlyInAnyOrder("P", "Y", "E", "8");
        assertThat(rates(DhlOrders.abroad().service(Optional.empty()).customs(Optional.empty()))
                        .rates())
                .extracting(Rate::service)
                .containsExactlyInAnyOrder("D", "T", "K");
    }

    @Test
    void theLargerOfTheTwoWeightsIsBilled() {
        Parcel light = Parcel.of(Weight.of("1", Weight.Unit.KG), Dimensions.of("50", "40", "30", Dimensions.Unit.CM));

        assertThat(rates(DhlOrders.domestic().parcels(List.of(light)))
                        .rates()
                        .get(0)
                        .billingWeight())
                .contains(Weight.of("12.000", Weight.Unit.KG));
    }

    @Test
    void poundsAndInchesStayWhatTheyAre() {
        Parcel american = Parcel.of(Weight.of("33", Weight.Unit.OZ), Dimensions.of("5", "4", "3", Dimensions.Unit.IN));

        assertThat(rates(DhlOrders.domestic().parcels(List.of(american)))
                        .rates()
                        .get(0)
                        .billingWeight())
                .contains(new Weight(new BigDecimal("2.063"), Weight.Unit.LB));
    }

    @Test
    void aLaneThatIsNotServedHasNoPrices() {
        ShipmentRequest.Builder toAntarctica = DhlOrders.abroad()
                .recipient(DhlOrders.address("Base", "Rothera", "", "AQ").build());
        ShipmentRequest.Builder fromAntarctica = DhlOrders.abroad()
                .sender(DhlOrders.address("Base", "Rothera", "", "AQ").build());

        for (ShipmentRequest.Builder order : List.of(toAntarctica, fromAntarctica)) {
            Rates rates = rates(order);
            assertThat(rates.rates()).isEmpty();
            assertThat(rates.failures()).isEmpty();
            assertThat(client.transitTimes(order.build())).isEmpty();
        }
    }

    @Test
    void whatDhlRefusesIsAFailure() {
        failed(
                DhlOrders.domestic()
                        .recipient(DhlOrders.munich().postalCode("00000").build()),
                "postal code 00000");
        failed(
                DhlOrders.domestic()
                        .payment(Payment.builder()
                                .sender(BillingAccount.of("999999999"))
                                .build()),
                "account number is not found");
    }

    private void failed(ShipmentRequest.Builder order, String words) {
        CarrierException error = rates(order).failures().get("dhl");
        assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(error.carrierText().orElseThrow()).contains(words);
    }

    @Test
    void anythingOtherThanAnUnservedOriginFails() {
        sandbox.fail("mydhl").on("area").with(401).times(1);

        assertThat(rates(DhlOrders.domestic()).failures().get("dhl").code()).isEqualTo(ErrorCode.AUTHENTICATION_FAILED);
    }

    @Test
    void aParcelWithoutMeasuresIsRefusedBeforeAnythingIsAsked() {
        ShipmentRequest order = DhlOrders.domestic()
                .parcels(List.of(Parcel.of(Weight.of("1", Weight.Unit.KG))))
                .build();

        assertThat(client.rates(order).failures().get("dhl"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("parcels[0].dimensions");
        assertThatThrownBy(() -> client.ship(order)).hasMessageContaining("parcels[0].dimensions");
        assertThat(sandbox.calls("mydhl")).isEmpty();
    }

    @Test
    void transitTimesTellWhenTheParcelMustBeThere() {
        List<TransitTime> times = client
                .transitTimes(DhlOrders.abroad().service(Optional.empty()).build())
                .stream()
                .map(outcome -> outcome.orElseThrow())
                .toList();

        assertThat(times).extracting(TransitTime::service).containsExactly("P", "Y", "E", "8");
        assertThat(times.get(2).transitDays()).contains(3);
        assertThat(times.get(2).delivery())
                .contains(DeliveryWindow.by(CarrierTime.parse("2026-02-13T09:00:00"), DeliveryWindow.Basis.COMMITMENT));
        assertThat(times.get(2).cutoff()).contains(CarrierTime.parse("2026-02-10T18:00:00"));
    }

    private Rates rates(ShipmentRequest.Builder order) {
        return client.rates(order.build());
    }
}
