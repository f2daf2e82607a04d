package com.trackingmcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.CarrierUnavailableException;
import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.model.CarrierMatch;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.NumberMatch;
import com.trackingmcp.support.Requests;
import com.trackingmcp.support.TestClock;
import com.trackingmcp.testcarrier.Behind;
import com.trackingmcp.testcarrier.Gate;
import com.trackingmcp.testcarrier.LocalCarrier;
import com.trackingmcp.testcarrier.Shop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewayTest {
    /** Sixteen digits of Canada Post, whose check digit holds. */
    private static final String CANADIAN = "7316971021181115";

    private static final ShipmentRequest PARCEL =
            Requests.domestic().service(Optional.empty()).build();

    private final TestClock clock = new TestClock();
    private final LocalCarrier posted = new LocalCarrier("gate:canadapost");
    private final Shop shopBehind = new Shop("gate:shop");
    private final Shop sameBehind = new Shop("gate:parcelco");
    private final Carrier post = new Behind(posted, "canada-post", "east");
    private final Gate gate =
            new Gate().leadingTo(post, new Behind(shopBehind), new Behind(sameBehind, "parcelco", "reseller"));
    private final Shop direct = new Shop("parcelco");
    private final LocalCarrier local = new LocalCarrier("local")
            .matching(number -> number.startsWith("L") ? NumberMatch.possible("l", "an L") : NumberMatch.none());
    private final TrackingClient client = TrackingClient.builder()
            .providers(List.of())
            .clock(clock)
            .carrier(gate.factory())
            .carrier(direct.factory())
            .carrier(local.factory())
            .build();

    @AfterEach
    void close() {
        client.close();
    }

    private static ErrorDetails.Builder down() {
        return ErrorDetails.builder(ErrorCode.CARRIER_UNAVAILABLE).argument("reason", "the gate is shut");
    }

    private void shut() {
        gate.leadingTo(() -> CompletableFuture.failedFuture(down().toException()));
    }

    @Test
    void theGatewayIsNotAskedBeforeSomebodyNeedsIt() {
        client.track("L123456789");
        client.trackAll(List.of(TrackingNumber.of("L123456780", "local")));
        client.detect(CANADIAN);
        client.ship(Requests.domestic().carrier("parcelco").build());

        assertThat(gate.asked()).isZero();
    }

    @Test
    void aNumberThatIsNobodyElsesIsAskedBehindTheGateway() {
        TrackingResult parcel = client.track(CANADIAN);

        assertThat(parcel.carrier()).isEqualTo("gate:canadapost");
        assertThat(client.detect(CANADIAN))
                .filteredOn(CarrierMatch::connected)
                .extracting(CarrierMatch::carrier)
                .containsExactly("gate:canadapost");
    }

    @Test
    void theGatewayIsAskedOnceForManyQuestions() {
        List<CompletableFuture<TrackingResult>> answers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            answers.add(client.trackAsync(TrackingNumber.of("X" + (100000 + i), "gate:canadapost")));
        }

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().carrier()).isEqualTo("gate:canadapost"));
        assertThat(gate.asked()).isEqualTo(1);
    }

    @Test
    void aListAndAStreamReachThemToo() {
        List<String> told = new ArrayList<>();
        List<Outcome<TrackingResult>> listed = client.track(List.of("L123456789", CANADIAN, "?"));
        client.stream(
                List.of(CANADIAN, "L123456789"),
                (number, outcome) -> told.add(outcome.orElseThrow().carrier()));

        assertThat(listed).hasSize(3);
        assertThat(listed.get(0).orElseThrow().carrier()).isEqualTo("local");
        assertThat(listed.get(1).orElseThrow().carrier()).isEqualTo("gate:canadapost");
        assertThat(listed.get(2).failure()).isPresent();
        assertThat(told).containsExactly("gate:canadapost", "local");
    }

    @Test
    void aCarrierHasItsFullItsBareAndItsServersName() {
        for (String name : List.of("gate:canadapost", "canadapost", "canada-post", "gate:car_east")) {
            assertThat(client.track(TrackingNumber.of("X100000", name)).carrier())
                    .as(name)
                    .isEqualTo("gate:canadapost");
        }
    }

    @Test
    void whereACarrierIsConnectedDirectlyThatOneAnswersUnlessTheOtherIsNamed() {
        Shipment bought = client.ship(Requests.domestic().carrier("parcelco").build());
        Shipment behind =
                client.ship(Requests.domestic().carrier("gate:parcelco").build());

        assertThat(bought.connection()).isEqualTo("parcelco");
        assertThat(behind.connection()).isEqualTo("gate:parcelco");
    }

    @Test
    void allThatAreBehindArePricedInOneQuestionBesideTheDirectOnes() {
        direct.pricing(Rate.builder()
                .carrier("parcelco")
                .connection("parcelco")
                .service("DIRECT")
                .total(Money.of("4.00", "USD"))
                .build());
        gate.leadingTo(
                post,
                new Behind(shopBehind),
                new Behind(new Shop("gate:other")),
                new Behind(sameBehind, "parcelco", "reseller"));

        Rates rates = client.rates(PARCEL);

        assertThat(rates.rates())
                .extracting(Rate::connection)
                .containsExactlyInAnyOrder("parcelco", "gate:shop", "gate:other");
        assertThat(gate.priced()).containsExactly(List.of("gate:shop", "gate:other"));
    }

    @Test
    void whatIsQuotedBehindAGatewayIsBoughtThere() {
        Rate rate = client.rates(PARCEL).best().orElseThrow();

        Shipment shipment = client.ship(rate, Requests.domestic().build());

        assertThat(shipment.connection()).isEqualTo("gate:shop");
        assertThat(shopBehind.sold()).hasSize(1);
    }

    @Test
    void aRequestThatACarrierBehindRefusesIsItsFailureAloneAndNotAsked() {
        gate.leadingTo(new Behind(shopBehind), new Behind(new Shop("gate:broken").broken()));

        Rates rates = client.rates(PARCEL);

        assertThat(rates.failures()).containsOnlyKeys("gate:broken");
        assertThat(gate.priced()).containsExactly(List.of("gate:shop"));
    }

    @Test
    void aGatewayThatIsDownCostsNoOthersAnswer() {
        shut();
        direct.pricing(Rate.builder()
                .carrier("parcelco")
                .connection("parcelco")
                .service("DIRECT")
                .total(Money.of("4.00", "USD"))
                .build());

        Rates rates = client.rates(PARCEL);

        assertThat(rates.rates()).extracting(Rate::connection).containsExactly("parcelco");
        assertThat(rates.failures()).containsOnlyKeys("gate");
        assertThat(rates.failures().get("gate")).hasMessageContaining("the gate is shut");
    }

    @Test
    void whoNeedsAGatewayThatIsDownIsToldThat() {
        shut();

        assertThatThrownBy(() -> client.track(CANADIAN))
                .isInstanceOf(CarrierUnavailableException.class)
                .hasMessageContaining("the gate is shut");
        assertThatThrownBy(() -> client.track(TrackingNumber.of("X100000", "gate:canadapost")))
                .isInstanceOf(CarrierUnavailableException.class);
        assertThatThrownBy(() ->
                        client.ship(Requests.domestic().carrier("gate:shop").build()))
                .isInstanceOf(CarrierUnavailableException.class);
    }

    @Test
    void aGatewayThatWasDownIsAskedAgain() {
        shut();
        assertThatThrownBy(() -> client.track(CANADIAN)).isInstanceOf(CarrierException.class);

        gate.leadingTo(post);

        assertThat(client.track(TrackingNumber.of("X100000", "gate:canadapost")).carrier())
                .isEqualTo("gate:canadapost");
    }

    @Test
    void aNameThatIsNotBehindItIsASlip() {
        assertThatThrownBy(() -> client.track(TrackingNumber.of("X100000", "gate:nobody")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("gate:canadapost");
        assertThatThrownBy(() -> client.track(TrackingNumber.of("X100000", "gate:nobody")))
                .isInstanceOf(ConfigurationException.class);
        assertThat(gate.asked()).isEqualTo(1);
    }

    @Test
    void aConnectionThatIsNewIsFoundAsSoonAsItIsNamed() {
        client.track(CANADIAN);
        gate.leadingTo(post, new Behind(new LocalCarrier("gate:new")));
        clock.advance(Duration.ofSeconds(11));

        assertThat(client.track(TrackingNumber.of("X100000", "gate:new")).carrier())
                .isEqualTo("gate:new");
    }

    @Test
    void whatIsOldIsAskedForAgainWhileTheQuestionIsAnswered() {
        client.rates(PARCEL);
        CompletableFuture<List<Carrier>> slow = new CompletableFuture<>();
        gate.leadingTo(() -> slow);
        clock.advance(Duration.ofMinutes(6));

        Rates rates = client.rates(PARCEL);

        assertThat(rates.rates()).extracting(Rate::connection).containsExactly("gate:shop");
        assertThat(gate.asked()).isEqualTo(2);
    }

    @Test
    void allConnectionsAreListedWithTheWayToThem() {
        List<ConnectedCarrier> carriers = client.carriersAsync().join();

        assertThat(carriers)
                .extracting(ConnectedCarrier::connection)
                .containsExactly("gate", "gate:canadapost", "gate:parcelco", "gate:shop", "local", "parcelco");
        assertThat(carriers.get(1).gateway()).hasValueSatisfying(way -> {
            assertThat(way.gateway()).isEqualTo("gate");
            assertThat(way.serverId()).isEqualTo("car_east");
            assertThat(way.label()).isEqualTo("east");
        });
    }

    @Test
    void whoStopsWaitingForTheGatewayHasBoughtNothing() throws Exception {
        CompletableFuture<List<Carrier>> slow = new CompletableFuture<>();
        gate.leadingTo(() -> slow);
        CompletableFuture<Shipment> shipping =
                client.shipAsync(Requests.domestic().carrier("gate:shop").build());

        shipping.cancel(true);
        slow.complete(List.of(new Behind(shopBehind)));
        client.carriersAsync().get(10, TimeUnit.SECONDS);

        assertThat(shopBehind.sold()).isEmpty();
    }

    @Test
    void aRequestIsCheckedAsEverOnceTheGatewayHasTold() {
        assertThatThrownBy(() -> client.ship(
                        ShipmentRequest.builder().carrier("gate:shop").build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("sender");
        assertThat(shopBehind.sold()).isEmpty();
    }

    private TrackingClient hurried(Gate hung, Carrier other) {
        hung.leadingTo(CompletableFuture::new);
        return TrackingClient.builder()
                .providers(List.of())
                .deadline(Duration.ofMillis(400))
                .carrier(hung.factory())
                .carrier(context -> other)
                .build();
    }

    @Test
    void whoNeedsAGatewayThatNeverAnswersIsToldThatItDoesNot() {
        try (TrackingClient hurried = hurried(gate, direct)) {
            assertThatThrownBy(() -> hurried.ship(
                            Requests.domestic().carrier("gate:shop").build()))
                    .isInstanceOf(CarrierUnavailableException.class)
                    .hasMessageContaining("in time");
            assertThatThrownBy(() -> hurried.track(CANADIAN)).isInstanceOf(CarrierUnavailableException.class);
        }
    }

    @Test
    void aGatewayThatNeverAnswersCostsNoOthersAnswer() {
        direct.pricing(Rate.builder()
                .carrier("parcelco")
                .connection("parcelco")
                .service("DIRECT")
                .total(Money.of("4.00", "USD"))
                .build());
        try (TrackingClient hurried = hurried(gate, direct)) {
            Rates rates = hurried.rates(PARCEL);

            assertThat(rates.rates()).extracting(Rate::connection).containsExactly("parcelco");
            assertThat(rates.failures()).containsOnlyKeys("gate");
        }
    }

    @Test
    void aGatewayThatIsDownIsNotAskedByEveryQuestion() {
        shut();
        for (int i = 0; i < 20; i++) {
            client.rates(PARCEL);
        }
        assertThat(gate.asked()).isEqualTo(1);

        clock.advance(Duration.ofSeconds(2));
        client.rates(PARCEL);
        assertThat(gate.asked()).isEqualTo(2);
    }

    @Test
    void anIdThatIsTakenLeadsToWhoHadItFirst() {
        Shop impostor = new Shop("parcelco");
        Shop twin = new Shop("gate:shop");
        gate.leadingTo(new Behind(shopBehind), new Behind(twin), new Behind(impostor, "parcelco", "impostor"));

        assertThat(client.carriers())
                .extracting(ConnectedCarrier::connection)
                .containsExactly("gate", "gate:shop", "local", "parcelco");
        client.ship(Requests.domestic().carrier("gate:shop").build());
        client.ship(Requests.domestic().carrier("parcelco").build());
        assertThat(shopBehind.sold()).hasSize(1);
        assertThat(direct.sold()).hasSize(1);
        assertThat(twin.sold()).isEmpty();
        assertThat(impostor.sold()).isEmpty();
    }

    @Test
    void aCarrierThatTellsNoWayBackCostsNoOthersAnswer() {
        gate.leadingTo(shopBehind, post);

        assertThat(client.carriers())
                .extracting(ConnectedCarrier::connection)
                .containsExactly("gate", "gate:canadapost", "local", "parcelco");
    }

    @Test
    void aGatewayWhoseModuleTellsNonsenseIsToldAsBroken() {
        gate.leadingTo(() -> CompletableFuture.completedFuture(java.util.Arrays.asList((Carrier) null)));

        assertThatThrownBy(() ->
                        client.ship(Requests.domestic().carrier("gate:shop").build()))
                .isInstanceOfSatisfying(
                        CarrierException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.UNEXPECTED));
    }

    @Test
    void aCarriersNameLeadsToItAlsoWhereTheGatewaysConnectionIsCalledOtherwise() {
        Gate european =
                new Gate("gate-eu").leadingTo(new Behind(new Shop("gate:shop", "gate-eu:shop"), "shop", "shop"));
        try (TrackingClient other = TrackingClient.builder()
                .providers(List.of())
                .carrier(european.factory())
                .build()) {
            assertThat(other.ship(Requests.domestic().carrier("gate:shop").build())
                            .connection())
                    .isEqualTo("gate-eu:shop");
        }
    }

    @Test
    void anIdThatTheGatewayGaveToAnotherConnectionLeadsThereAlsoForParcels() {
        client.track(TrackingNumber.of("X100000", "gate:canadapost"));
        LocalCarrier successor = new LocalCarrier("gate:canadapost");
        gate.leadingTo(new Behind(successor, "canada-post", "west"));
        clock.advance(Duration.ofSeconds(11));
        assertThatThrownBy(() -> client.track(TrackingNumber.of("X100001", "gate:nobody")))
                .isInstanceOf(ConfigurationException.class);

        client.track(TrackingNumber.of("X100002", "gate:canadapost"));

        assertThat(posted.batches()).containsExactly(List.of("X100000"));
        assertThat(successor.batches()).containsExactly(List.of("X100002"));
    }

    @Test
    void aConnectionThatIsToldAgainAsItWasKeepsItsLane() {
        client.track(TrackingNumber.of("X100000", "gate:canadapost"));
        gate.leadingTo(new Behind(posted, "canada-post", "east"));
        clock.advance(Duration.ofSeconds(11));
        assertThatThrownBy(() -> client.quota("gate:nobody")).isInstanceOf(ConfigurationException.class);

        client.track(TrackingNumber.of("X100002", "gate:canadapost"));

        assertThat(gate.asked()).isEqualTo(2);
        assertThat(client.lanes()).hasSize(1);
        assertThat(posted.batches()).containsExactly(List.of("X100000"), List.of("X100002"));
    }

    @Test
    void whoNamesNobodyBuysFromNobodyWhileAGatewayCannotTellWhoElseSells() {
        shut();
        ShipmentRequest anywhere = Requests.domestic().carrier(Optional.empty()).build();

        assertThatThrownBy(() -> client.ship(anywhere))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("carrier");
        assertThat(direct.sold()).isEmpty();
        client.ship(Requests.domestic().carrier("parcelco").build());
        assertThat(direct.sold()).hasSize(1);
    }
}
