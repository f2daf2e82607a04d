package com.trackingmcp.ups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.Rates;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Charge;
import com.trackingmcp.model.Dimensions;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.RateRequest;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.TransitTime;
import com.trackingmcp.model.Weight;
import com.trackingmcp.testkit.SandboxCall;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpsRatingTest extends UpsSaleBed {
    private static ShipmentRequest.Builder anyService(ShipmentRequest.Builder request) {
        return ShipmentRequest.builder().from(request.build()).service(Optional.empty());
    }

    private Rate rate(Rates rates, String service) {
        return rates.rates().stream()
                .filter(rate -> rate.service().equals(service))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void allServicesArePricedWithTheirTransitTimesInOneCall() {
        Rates rates = client.rates(prices(anyService(domestic())));
        assertThat(rates.failures()).isEmpty();
        assertThat(rates.rates()).extracting(Rate::service).containsExactly("03", "12", "02", "59", "13", "01", "14");
        Rate ground = rate(rates, "03");
        assertThat(ground.serviceName()).hasValue("UPS Ground");
        assertThat(ground.listPrice()).hasValue(Money.of("19.30", "USD"));
        assertThat(ground.negotiatedPrice()).hasValue(Money.of("15.44", "USD"));
        assertThat(ground.total()).isEqualTo(Money.of("15.44", "USD"));
        assertThat(ground.charges())
                .extracting(Charge::type)
                .containsExactly(Charge.Type.BASE, Charge.Type.FUEL, Charge.Type.SURCHARGE);
        assertThat(ground.charges())
                .extracting(charge -> charge.description().orElse(""))
                .contains("Fuel surcharge", "Residential address");
        assertThat(ground.transitDays()).hasValue(4);
        assertThat(ground.delivery().orElseThrow().date()).hasValue(LocalDate.of(2026, 2, 16));
        assertThat(ground.guaranteed()).hasValue(false);
        assertThat(ground.billingWeight()).hasValue(Weight.of("5.0", Weight.Unit.LB));
        assertThat(ground.alerts()).isNotEmpty();
        Rate nextDay = rate(rates, "01");
        assertThat(nextDay.guaranteed()).hasValue(true);
        assertThat(nextDay.delivery().orElseThrow().to().orElseThrow().localTime())
                .hasValue(LocalDate.of(2026, 2, 11).atTime(LocalTime.of(10, 30)));
        assertThat(sandbox.callsWithoutTokens("ups"))
                .extracting(SandboxCall::path)
                .containsExactly("/ups/api/rating/v2409/Shoptimeintransit");
    }

    @Test
    void oneServiceIsAskedForAlone() {
        assertThat(client.rates(prices(domestic())).rates())
                .extracting(Rate::service)
                .containsExactly("03");
        assertThat(sandbox.callsWithoutTokens("ups"))
                .extracting(SandboxCall::path)
                .containsExactly("/ups/api/rating/v2409/Ratetimeintransit");
    }

    @Test
    void goodsAcrossABorderArePricedWithTimesWhereTheirValueIsTold() {
        Rates rates = client.rates(prices(anyService(abroad())));
        assertThat(rates.failures()).isEmpty();
        assertThat(rates.rates()).extracting(Rate::service).contains("65", "07", "08", "54");
        assertThat(rate(rates, "65").serviceName()).hasValue("UPS Worldwide Saver");
        assertThat(rate(rates, "65").transitDays()).hasValue(3);
    }

    @Test
    void withoutAValueOfTheGoodsPricesComeWithoutTimes() {
        ShipmentRequest.Builder request =
                ShipmentRequest.builder().sender(NEW_YORK).recipient(LONDON).addParcels(parcel("5"));
        Rates rates = client.rates(prices(request));
        assertThat(rates.failures()).isEmpty();
        assertThat(rates.rates()).isNotEmpty().noneMatch(rate -> rate.delivery().isPresent());
        assertThat(sandbox.callsWithoutTokens("ups"))
                .extracting(SandboxCall::path)
                .containsExactly("/ups/api/rating/v2409/Shop");
    }

    @Test
    void declaredValuesStandInForTheValueOfTheGoods() {
        Parcel declared = Parcel.builder()
                .from(parcel("5"))
                .declaredValue(Money.of("99.10", "USD"))
                .build();
        JsonNode asked = question(
                ShipmentRequest.builder().sender(NEW_YORK).recipient(LONDON).addParcels(declared));
        assertThat(asked.at("/Shipment/InvoiceLineTotal/MonetaryValue").asText())
                .isEqualTo("100");
        assertThat(asked.at("/Shipment/InvoiceLineTotal/CurrencyCode").asText()).isEqualTo("USD");
    }

    @Test
    void laneThatIsNotServedHasNoPrices() {
        Rates rates = client.rates(prices(anyService(domestic()
                .recipient(Address.builder().from(LONDON).country("AQ").build()))));
        assertThat(rates.rates()).isEmpty();
        assertThat(rates.failures()).isEmpty();
    }

    @Test
    void refusalsAreToldInUpssOwnWords() {
        CarrierException heavy = notPriced(domestic().parcels(List.of(parcel("151"))));
        assertThat(heavy.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(heavy.carrierCode()).hasValue("111035");
        assertThat(heavy.carrierText().orElseThrow()).contains("150.00 pounds");
        CarrierException nowhere = notPriced(domestic()
                .recipient(Address.builder().from(AUSTIN).postalCode("00000").build()));
        assertThat(nowhere.carrierCode()).hasValue("111285");
    }

    @Test
    void everyErrorOfSeveralIsKeptWithItsCode() {
        CarrierException error = notPriced(domestic()
                .parcels(List.of(parcel("151")))
                .recipient(Address.builder().from(AUSTIN).postalCode("00000").build()));
        assertThat(error.carrierText().orElseThrow()).contains("(111285)").contains("(111035)");
    }

    @Test
    void wrongAccountIsRefused() {
        try (TrackingClient wrong = client(Map.of("UPS_ACCOUNT_NUMBER", "XX9999"))) {
            assertThat(wrong.rates(prices(domestic())).failures().get("ups").carrierCode())
                    .hasValue("111580");
        }
    }

    @Test
    void withoutAnAccountPricesAreThePublishedOnes() {
        JsonNode asked = tree(UpsRateEncoder.question(domestic().build(), Optional.empty(), TODAY))
                .at("/RateRequest/Shipment");
        assertThat(asked.at("/Shipper").has("ShipperNumber")).isFalse();
        assertThat(asked.has("PaymentDetails")).isFalse();
        assertThat(asked.has("ShipmentRatingOptions")).isFalse();
        try (TrackingClient none = client(withoutAccount())) {
            Rate rate = none.rates(prices(domestic())).rates().get(0);
            assertThat(rate.negotiatedPrice()).isEmpty();
            assertThat(rate.total()).isEqualTo(Money.of("19.30", "USD"));
        }
    }

    @Test
    void questionNamesAccountWeightsAndSizesAsTexts() {
        JsonNode shipment = question(domestic()).path("Shipment");
        assertThat(shipment.at("/Shipper/ShipperNumber").asText()).isEqualTo(ACCOUNT);
        assertThat(shipment.at("/PaymentDetails/ShipmentCharge/0/BillShipper/AccountNumber")
                        .asText())
                .isEqualTo(ACCOUNT);
        assertThat(shipment.at("/ShipmentRatingOptions/NegotiatedRatesIndicator")
                        .isTextual())
                .isTrue();
        assertThat(shipment.at("/ShipTo/Address/ResidentialAddressIndicator").isTextual())
                .isTrue();
        assertThat(shipment.at("/ShipTo/Address/PostalCode").asText()).isEqualTo("787011234");
        JsonNode one = shipment.at("/Package/0");
        assertThat(one.at("/PackagingType/Code").asText()).isEqualTo("02");
        assertThat(one.at("/PackageWeight/UnitOfMeasurement/Code").asText()).isEqualTo("LBS");
        assertThat(one.at("/PackageWeight/Weight").isTextual()).isTrue();
        assertThat(one.at("/Dimensions/Length").asText()).isEqualTo("12");
        assertThat(one.at("/Dimensions/Height").asText()).isEqualTo("9");
        assertThat(shipment.at("/DeliveryTimeInformation/PackageBillType").asText())
                .isEqualTo("03");
        assertThat(shipment.at("/DeliveryTimeInformation/Pickup/Date").asText()).isEqualTo("20260210");
    }

    @Test
    void unitsAreTheOriginsAndRoundedUp() {
        Parcel metric =
                Parcel.of(Weight.of("2", Weight.Unit.KG), Dimensions.of("30", "20", "10.1", Dimensions.Unit.CM));
        JsonNode imperial = question(domestic().parcels(List.of(metric))).at("/Shipment/Package/0");
        assertThat(imperial.at("/PackageWeight/Weight").asText()).isEqualTo("4.5");
        assertThat(imperial.at("/Dimensions/Length").asText()).isEqualTo("12");
        assertThat(imperial.at("/Dimensions/Height").asText()).isEqualTo("4");
        JsonNode european = question(domestic().sender(LONDON).parcels(List.of(parcel("5"))))
                .at("/Shipment/Package/0");
        assertThat(european.at("/PackageWeight/UnitOfMeasurement/Code").asText())
                .isEqualTo("KGS");
        assertThat(european.at("/PackageWeight/Weight").asText()).isEqualTo("2.3");
        assertThat(european.at("/Dimensions/UnitOfMeasurement/Code").asText()).isEqualTo("CM");
        JsonNode pallet =
                question(domestic().parcels(List.of(parcel("1000.1")))).at("/Shipment/Package/0");
        assertThat(pallet.at("/PackageWeight/Weight").asText()).isEqualTo("1001");
        JsonNode light = question(domestic().service("M4").parcels(List.of(Parcel.of(Weight.of("200", Weight.Unit.G)))))
                .at("/Shipment/Package/0/PackageWeight");
        assertThat(light.at("/UnitOfMeasurement/Code").asText()).isEqualTo("OZS");
        assertThat(light.at("/Weight").asText()).isEqualTo("7.1");
    }

    @Test
    void transitTimesAreToldWithUpssOwnServiceLevels() {
        List<Outcome<TransitTime>> times = client.transitTimes(domestic().build());
        assertThat(times).allMatch(Outcome::isSuccess);
        TransitTime ground = times.get(0).orElseThrow();
        assertThat(ground.service()).isEqualTo("GND");
        assertThat(ground.serviceName()).hasValue("UPS Ground");
        assertThat(ground.transitDays()).hasValue(4);
        assertThat(ground.guaranteed()).hasValue(false);
        assertThat(ground.delivery().orElseThrow().date()).hasValue(LocalDate.of(2026, 2, 16));
        assertThat(ground.cutoff().orElseThrow().localTime()).hasValue(TODAY.atTime(18, 0));
        assertThat(sandbox.callsWithoutTokens("ups"))
                .extracting(SandboxCall::operation)
                .containsExactly("transit");
    }

    @Test
    void transitTimesAcrossABorderTellTheValueAsANumber() {
        JsonNode asked = tree(UpsTransitTimes.question(abroad().build(), TODAY));
        assertThat(asked.at("/shipmentContentsValue").isNumber()).isTrue();
        assertThat(asked.at("/shipmentContentsValue").decimalValue()).isEqualByComparingTo("24.50");
        assertThat(asked.at("/weight").isNumber()).isTrue();
        assertThat(asked.at("/shipDate").asText()).isEqualTo("2026-02-10");
    }

    @Test
    void placeUpsIsNotSureOfIsRefusedWithItsCandidates() {
        CarrierException error = client.transitTimes(abroad().sender(LONDON)
                        .recipient(Address.builder()
                                .country("US")
                                .city("Springfield")
                                .postalCode("")
                                .build())
                        .build())
                .get(0)
                .failure()
                .orElseThrow();
        // the postal code is asked for before anything is sent
        assertThat(error.details().fields()).extracting(field -> field.path()).contains("recipient.postal_code");
        CarrierException invalid = client.transitTimes(domestic()
                        .recipient(Address.builder()
                                .from(AUSTIN)
                                .postalCode("00000")
                                .build())
                        .build())
                .get(0)
                .failure()
                .orElseThrow();
        assertThat(invalid.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
        assertThat(invalid.details().fields())
                .extracting(field -> field.path())
                .containsExactly("recipient.postal_code");
    }

    @Test
    void allProblemsOfAPriceAreToldAtOnce() {
        CarrierException error = catchThrowableOfType(
                CarrierException.class,
                () -> client.rates(RateRequest.of(domestic()
                                .service("GROUND")
                                .putOptions("ups_carbon_neutrl", "true")
                                .putOptions("ups_return_service", "9")
                                .build()))
                        .failures()
                        .values()
                        .forEach(failure -> {
                            throw failure;
                        }));
        assertThat(error.details().fields())
                .extracting(field -> field.path())
                .contains("service", "options.ups_carbon_neutrl", "options.ups_return_service");
        assertThat(error).hasMessageContaining("ups_carbon_neutral");
        assertThat(sandbox.calls("ups")).isEmpty();
    }
}
