package com.trackingmcp.karrio;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.Rates;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Charge;
import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.DeliveryWindow;
import com.trackingmcp.model.Incoterm;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.RateRequest;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.Weight;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KarrioRatingTest extends KarrioSaleBed {
    private static final Address BERLIN = Address.builder()
            .person("Dora Leser")
            .addLines("Unter den Linden 1")
            .city("Berlin")
            .postalCode("10117")
            .country("DE")
            .build();

    /** No service and no carrier: whoever can, with all it has. */
    private static ShipmentRequest.Builder open() {
        return domestic().service(Optional.empty()).carrier(Optional.empty());
    }

    private Rates rates(ShipmentRequest.Builder shipment, String... carriers) {
        return client.rates(RateRequest.builder()
                .shipment(shipment.build())
                .addCarriers(carriers)
                .build());
    }

    @Test
    void allConnectionsArePricedInOneQuestion() {
        Rates rates = rates(open());
        assertThat(asked()).containsExactly("rate");
        assertThat(rates.rates()).extracting(Rate::connection).contains(CANADA_POST, "karrio:puro", "karrio:express");
        assertThat(rates.failures()).containsKeys("karrio:dpd", "karrio:fedex-reseller", "karrio:usps-shared");
        CarrierException dpd = rates.failures().get("karrio:dpd");
        assertThat(dpd.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(dpd.details().carrierCode()).hasValue("NO_SERVICE");
        assertThat(dpd.details().carrier()).hasValue("karrio:dpd");
        assertThat(dpd.details().connection()).hasValue("karrio:dpd");
    }

    @Test
    void priceHasAllThatKarrioTells() {
        Rate rate = rates(domestic().service("canadapost_expedited_parcel"), CANADA_POST)
                .rates()
                .get(0);
        assertThat(rate.carrier()).isEqualTo("karrio:canadapost");
        assertThat(rate.connection()).isEqualTo(CANADA_POST);
        assertThat(rate.serviceName()).isPresent();
        assertThat(rate.total().currency().getCurrencyCode()).isEqualTo("CAD");
        assertThat(rate.charges()).extracting(Charge::type).startsWith(Charge.Type.BASE, Charge.Type.FUEL);
        assertThat(rate.charges().stream()
                        .map(charge -> charge.amount().amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(rate.total().amount());
        assertThat(rate.transitDays()).isPresent();
        assertThat(rate.delivery().map(DeliveryWindow::basis)).hasValue(DeliveryWindow.Basis.ESTIMATED);
        assertThat(rate.delivery().flatMap(DeliveryWindow::date)).isPresent();
        assertThat(rate.quoteId()).hasValueSatisfying(id -> assertThat(id).startsWith("rat_"));
        assertThat(rate.details()).containsEntry("rate_provider", "canadapost");
        assertThat(rate.negotiatedPrice()).isEmpty();
        assertThat(rate.validUntil()).isEmpty();
    }

    @Test
    void whereAllRefuseEachIsHeardInItsOwnWords() {
        Rates rates = rates(
                open().sender(Address.builder().from(BERLIN).country("AQ").build())
                        .customs(GOODS),
                CANADA_POST,
                "karrio:puro");
        assertThat(rates.rates()).isEmpty();
        assertThat(rates.failures()).containsOnlyKeys(CANADA_POST, "karrio:puro");
        rates.failures().forEach((connection, error) -> {
            assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
            assertThat(error.details().connection()).hasValue(connection);
            assertThat(error.details().carrierCode()).hasValue("COUNTRY_NOT_SERVED");
        });
    }

    @Test
    void oneConnectionIsAskedAlone() {
        Rates rates = rates(open().sender(BERLIN).recipient(BERLIN), "karrio:dpd");
        assertThat(rates.rates())
                .isNotEmpty()
                .allMatch(rate -> rate.connection().equals("karrio:dpd"))
                .allMatch(rate -> rate.total().currency().getCurrencyCode().equals("EUR"));
        assertThat(asked()).containsExactly("rate");
    }

    @Test
    void questionThatFailsIsAskedAgain() {
        sandbox.fail("karrio").on("rate").with(503).times(1);
        try (var patient = client(1)) {
            assertThat(patient.rates(RateRequest.of(domestic().build())).rates())
                    .hasSize(1);
        }
    }

    @Test
    void serverThatFailsFailsEachConnection() {
        sandbox.fail("karrio").on("rate").with(503).untilCleared();
        Rates rates = rates(open(), CANADA_POST, "karrio:puro");
        assertThat(rates.failures()).containsOnlyKeys(CANADA_POST, "karrio:puro");
        rates.failures()
                .forEach((connection, error) ->
                        assertThat(error.details().connection()).hasValue(connection));
    }

    @Test
    void whatKarrioDoesNotTakeIsToldOfEachField() {
        Customs customs = Customs.builder()
                .incoterm(Incoterm.DPU)
                .signer("x".repeat(51))
                .addCommodities(Commodity.builder()
                        .description("x".repeat(201))
                        .originCountry("CA")
                        .quantity(new BigDecimal("1.5"))
                        .unitPrice(Money.of("1", "CAD"))
                        .build())
                .build();
        ShipmentRequest.Builder wrong = domestic()
                .recipient(Address.builder().from(TORONTO).city("x".repeat(51)).build())
                .customs(customs)
                .parcels(List.of(
                        Parcel.builder()
                                .from(parcel("1"))
                                .declaredValue(Money.of("1", "CAD"))
                                .build(),
                        Parcel.builder()
                                .from(parcel("1"))
                                .declaredValue(Money.of("1", "EUR"))
                                .build()))
                .putOptions("apply_shipping_rules", "true");
        CarrierException error = rates(wrong, CANADA_POST).failures().get(CANADA_POST);
        assertThat(error.details().fields())
                .extracting(field -> field.path())
                .contains(
                        "recipient.city",
                        "customs.incoterm",
                        "customs.signer",
                        "customs.commodities[0].description",
                        "customs.commodities[0].quantity",
                        "customs.commodities[0].weight",
                        "parcels",
                        "options.apply_shipping_rules");
        assertThat(asked()).isEmpty();
    }

    @Test
    void optionOfTheCatalogueIsPriced() {
        Money plain = rates(domestic(), CANADA_POST).rates().get(0).total();
        Rate signed = rates(domestic().putOptions("canadapost_signature", "true"), CANADA_POST)
                .rates()
                .get(0);
        assertThat(signed.total().amount()).isGreaterThan(plain.amount());
    }

    @Test
    void weightsAreTakenInAnyUnit() {
        assertThat(rates(domestic().parcels(List.of(Parcel.of(Weight.of("53", Weight.Unit.OZ)))), CANADA_POST)
                        .rates())
                .hasSize(1);
    }
}
