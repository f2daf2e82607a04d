package com.trackingmcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.error.CapabilityNotSupportedException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.CarrierUnavailableException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.BillingAccount;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.DeliveryWindow;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.Payment;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.RateOrder;
import com.trackingmcp.model.RateRequest;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.support.Requests;
import com.trackingmcp.testcarrier.LocalCarrier;
import com.trackingmcp.testcarrier.Shop;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RatesTest {
    private static final ShipmentRequest PARCEL =
            Requests.domestic().service(Optional.empty()).build();

    private final Shop one = new Shop("one");
    private final Shop two = new Shop("two");
    private final TrackingClient client = TrackingClient.builder()
            .providers(List.of())
            .carrier(one.factory())
            .carrier(two.factory())
            .carrier(new LocalCarrier("local").factory())
            .deadline(Duration.ofMillis(300))
            .build();

    @AfterEach
    void close() {
        client.close();
    }

    private static Rate.Builder rate(String carrier, String service, String total) {
        return Rate.builder()
                .carrier(carrier)
                .connection(carrier)
                .service(service)
                .total(Money.of(total, "USD"));
    }

    private static Rate.Builder rate(String carrier, String service, String total, String day) {
        return rate(carrier, service, total)
                .delivery(DeliveryWindow.by(CarrierTime.on(LocalDate.parse(day)), DeliveryWindow.Basis.ESTIMATED));
    }

    @Test
    void theCheapestOfAllCarriersComesFirst() {
        one.pricing(rate("one", "A", "9.50").build(), rate("one", "B", "3.20").build());
        two.pricing(rate("two", "C", "5.00").build());

        Rates rates = client.rates(PARCEL);

        assertThat(rates.rates()).extracting(Rate::service).containsExactly("B", "C", "A");
        assertThat(rates.best()).map(Rate::service).contains("B");
        assertThat(rates.failures()).isEmpty();
    }

    @Test
    void theFastestComesFirstWhereThatIsAskedForAndWhoTellsNoDayComesLast() {
        one.pricing(
                rate("one", "SLOW", "1", "2026-03-09").build(),
                rate("one", "UNTOLD", "1").build());
        two.pricing(rate("two", "FAST", "9", "2026-03-03").build());

        List<Rate> rates = client.rates(RateRequest.builder()
                        .shipment(PARCEL)
                        .order(RateOrder.FASTEST_FIRST)
                        .build())
                .rates();

        assertThat(rates).extracting(Rate::service).containsExactly("FAST", "SLOW", "UNTOLD");
    }

    @Test
    void onlyWhatArrivesInTimeIsToldAndNoMoreThanWanted() {
        one.pricing(
                rate("one", "LATE", "1", "2026-03-09").build(),
                rate("one", "UNTOLD", "1").build(),
                rate("one", "DEAR", "9", "2026-03-06").build(),
                rate("one", "CHEAP", "2", "2026-03-05").build());

        RateRequest request = RateRequest.builder()
                .shipment(PARCEL)
                .arriveBy(LocalDate.parse("2026-03-06"))
                .build();

        assertThat(client.rates(request).rates()).extracting(Rate::service).containsExactly("CHEAP", "DEAR");
        assertThat(client.rates(RateRequest.builder().from(request).limit(1).build())
                        .rates())
                .extracting(Rate::service)
                .containsExactly("CHEAP");
    }

    @Test
    void ofSeveralPricesForOneServiceTheLowestIsTold() {
        one.pricing(
                rate("one", "A", "5").build(),
                rate("one", "A", "4").build(),
                rate("one", "A", "6").build());

        assertThat(client.rates(PARCEL).rates())
                .singleElement()
                .extracting(rate -> rate.total().toString())
                .isEqualTo("4.00 USD");
    }

    @Test
    void pricesInAnotherCurrencyAreNotComparedAndComeAfterTheUsualOne() {
        one.pricing(
                rate("one", "YEN", "1").total(Money.of("1", "JPY")).build(),
                rate("one", "A", "9").build(),
                rate("one", "B", "8").build());

        assertThat(client.rates(PARCEL).rates()).extracting(Rate::service).containsExactly("B", "A", "YEN");
    }

    @Test
    void theUsualCurrencyIsThatOfThePricesThatAreWanted() {
        one.pricing(
                rate("one", "YEN", "1").total(Money.of("1", "JPY")).build(),
                rate("one", "SEN", "1").total(Money.of("2", "JPY")).build(),
                rate("one", "YAN", "1").total(Money.of("3", "JPY")).build(),
                rate("one", "A", "9").build(),
                rate("one", "B", "8").build());
        RateRequest request = RateRequest.builder()
                .shipment(PARCEL)
                .addServices("YEN", "A", "B")
                .build();

        assertThat(client.rates(request).rates()).extracting(Rate::service).containsExactly("B", "A", "YEN");
    }

    @Test
    void aCarrierThatFailsOrNeverAnswersCostsNoOthersPrices() {
        one.pricing(request -> new CompletableFuture<>());
        two.pricing(rate("two", "C", "5.00").build());

        Rates rates = client.rates(PARCEL);

        assertThat(rates.rates()).extracting(Rate::service).containsExactly("C");
        assertThat(rates.failures()).containsOnlyKeys("one");
        assertThat(rates.failures().get("one")).isInstanceOf(CarrierUnavailableException.class);
    }

    @Test
    void failuresAreToldInTheOrderOfTheConnections() {
        List<String> ids = IntStream.range(10, 30).mapToObj(i -> "shop-" + i).toList();
        TrackingClientBuilder builder = TrackingClient.builder().providers(List.of());
        ids.forEach(id -> builder.carrier(new Shop(id)
                .pricing(request -> CompletableFuture.failedFuture(new IllegalStateException("shut")))
                .factory()));

        try (TrackingClient shut = builder.build()) {
            assertThat(shut.rates(PARCEL).failures().keySet()).containsExactlyElementsOf(ids);
        }
    }

    @Test
    void aCarrierThatThrowsIsAFailureThatNamesIt() {
        one.pricing(request -> {
            throw new IllegalStateException("defect");
        });
        two.pricing(rate("two", "C", "5.00").build());

        CarrierException failure = client.rates(PARCEL).failures().get("one");

        assertThat(failure.code()).isEqualTo(ErrorCode.UNEXPECTED);
        assertThat(failure.details().connection()).contains("one");
    }

    @Test
    void onlyTheCarriersNamedAreAskedAndOnlyTheServicesNamedTold() {
        one.pricing(rate("one", "A", "1").build(), rate("one", "B", "2").build());
        two.pricing(request -> CompletableFuture.failedFuture(new AssertionError("not asked for")));

        RateRequest request = RateRequest.builder()
                .shipment(PARCEL)
                .addCarriers("one")
                .addServices("B")
                .build();

        assertThat(client.rates(request).rates()).extracting(Rate::service).containsExactly("B");
        assertThat(client.rates(request).failures()).isEmpty();
    }

    @Test
    void fewerThanNoneCannotBeWantedWhichIsToldWithAllElse() {
        RateRequest request = RateRequest.builder()
                .shipment(ShipmentRequest.builder()
                        .from(PARCEL)
                        .parcels(List.of())
                        .build())
                .limit(-1)
                .build();

        assertThatThrownBy(() -> client.rates(request))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("limit: is less than nothing")
                .hasMessageContaining("parcels: is required");
    }

    @Test
    void aCarrierWithoutPricesIsNoneToAsk() {
        RateRequest request =
                RateRequest.builder().shipment(PARCEL).addCarriers("local").build();

        assertThatThrownBy(() -> client.rates(request))
                .isInstanceOf(CapabilityNotSupportedException.class)
                .hasMessageContaining("local does not offer rates; carriers that do: one, two");
    }

    @Test
    void everythingMissingIsToldAtOnceBeforeAnyCarrierIsAsked() {
        one.pricing(request -> CompletableFuture.failedFuture(new AssertionError("asked")));
        ShipmentRequest empty = ShipmentRequest.builder()
                .recipient(Address.builder().country("XX").build())
                .addParcels(Parcel.builder().build())
                .payment(Payment.builder()
                        .sender(BillingAccount.own())
                        .thirdParty(BillingAccount.own())
                        .build())
                .build();

        InvalidRequestException refusal =
                catchThrowableOfType(InvalidRequestException.class, () -> client.rates(empty));

        assertThat(refusal.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
        assertThat(refusal.fields())
                .extracting(FieldProblem::path)
                .containsExactly(
                        "sender",
                        "recipient.country",
                        "recipient.postal_code",
                        "parcels[0].weight",
                        "payment",
                        "payment.third_party.account_number");
    }

    @Test
    void twoPayersAloneAreAnErrorOfTheirOwn() {
        ShipmentRequest request = Requests.domestic()
                .payment(Payment.builder()
                        .sender(BillingAccount.own())
                        .recipient(BillingAccount.of("test-account"))
                        .build())
                .build();

        assertThatThrownBy(() -> client.rates(request))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("E-2022")
                .hasMessageContaining("but 2 were given");
    }

    @Test
    void whatOneCarrierCannotPriceIsItsFailureAlone() {
        one.pricing(rate("one", "A", "1").build());
        two.pricing(rate("two", "B", "1").build());
        ShipmentRequest request = Requests.domestic()
                .service(Optional.empty())
                .putOptions("one_carefull", "true")
                .build();

        Rates rates = client.rates(request);

        assertThat(rates.rates()).extracting(Rate::service).containsExactly("B");
        assertThat(rates.failures().get("one"))
                .hasMessageContaining(
                        "options.one_carefull: is no known option; the nearest are one_careful, one_cash");
    }
}
