package com.trackingmcp.verification.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CapabilityNotSupportedException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.ShippedFor;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxCall;
import com.trackingmcp.testkit.SandboxErrands;
import com.trackingmcp.testkit.SandboxOrders;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every verb of the desk × every carrier: success, the carrier's refusal, bad input, a lost answer; or said to be none. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DeskMatrixTest {
    /** DHL Express takes papers of a shipment once its own systems know it. */
    private static final Duration A_WHILE = Duration.ofMinutes(15);

    /** What comes before the dot in the names of the desk's verbs. */
    private static final Set<String> ROOMS =
            Set.of("pickups", "landedCosts", "documents", "locations", "manifests", "subscriptions", "webhooks");

    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final TrackingClient client = TrackingClient.builder()
            .config(sandbox.config())
            .clock(sandbox.clock())
            .cache(CachePolicy.off())
            .retries(0, Duration.ZERO)
            .build();
    private final TrackingClient clientWithoutAccount = TrackingClient.builder()
            .config(key ->
                    key.equals("UPS_ACCOUNT_NUMBER") ? null : sandbox.config().lookup(key))
            .clock(sandbox.clock())
            .build();

    @AfterEach
    void close() {
        client.close();
        clientWithoutAccount.close();
        sandbox.close();
    }

    static Stream<Arguments> cells() {
        return Stream.of("fedex", "ups", "dhl")
                .flatMap(carrier -> Stream.of(DeskVerb.values()).map(verb -> Arguments.of(carrier, verb)));
    }

    static Stream<Arguments> offered() {
        return cellsOffered(true);
    }

    static Stream<Arguments> notOffered() {
        return cellsOffered(false);
    }

    private static Stream<Arguments> cellsOffered(boolean wanted) {
        try (CarrierSandbox sandbox = CarrierSandbox.start();
                TrackingClient client =
                        TrackingClient.builder().config(sandbox.config()).build()) {
            return cells()
                    .filter(cell -> {
                        DeskVerb verb = (DeskVerb) cell.get()[1];
                        return capabilities(client, (String) cell.get()[0]).contains(verb.capability()) == wanted;
                    })
                    .toList()
                    .stream();
        }
    }

    private static List<String> capabilities(TrackingClient client, String carrier) {
        return client.carriers().stream()
                .filter(connected -> connected.carrier().equals(carrier))
                .findFirst()
                .orElseThrow()
                .capabilities();
    }

    @Test
    void every_verb_of_the_desk_has_a_row() {
        Set<String> rows =
                Stream.of(DeskVerb.values()).map(DeskVerb::capability).collect(Collectors.toSet());
        rows.addAll(DeskRowsOfTheirOwnTest.ROWS);
        assertThat(client.carriers().stream()
                        .filter(carrier -> !carrier.connection().startsWith("karrio"))
                        .flatMap(carrier -> carrier.capabilities().stream()))
                .filteredOn(verb -> ROOMS.contains(verb.split("\\.")[0]))
                .isSubsetOf(rows);
    }

    @ParameterizedTest
    @MethodSource("offered")
    void what_is_offered_works(String carrier, DeskVerb verb) {
        assertThat(verb.good(desk(carrier))).isNotNull();
        assertThat(calls(verb)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("offered")
    void what_the_carrier_refuses_is_told_in_its_words(String carrier, DeskVerb verb) {
        sandbox.fail(carrier).on(verb.operation()).with(400).untilCleared();
        CarrierException refusal = catchThrowableOfType(CarrierException.class, () -> verb.good(desk(carrier)));
        assertThat(refusal).isNotInstanceOf(OutcomeUnknownException.class);
        assertThat(refusal.carrier()).contains(carrier);
        assertThat(refusal.httpStatus()).hasValue(400);
        assertThat(refusal.carrierText()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("offered")
    void what_is_missing_is_told_at_once_and_nothing_is_sent(String carrier, DeskVerb verb) {
        CarrierException refusal = catchThrowableOfType(CarrierException.class, () -> verb.bad(desk(carrier)));
        if (verb.isOfTheAccount()) {
            assertThat(refusal.code()).isEqualTo(ErrorCode.INCOMPLETE_CREDENTIALS);
        } else {
            assertThat(refusal)
                    .isInstanceOfSatisfying(
                            InvalidRequestException.class,
                            invalid -> assertThat(invalid.fields()).isNotEmpty());
        }
        assertThat(sandbox.calls(carrier)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("offered")
    void a_lost_answer_is_never_asked_for_again_where_something_is_done(String carrier, DeskVerb verb) {
        sandbox.fail(carrier).on(verb.operation()).withLostAnswer().untilCleared();
        CarrierException lost = catchThrowableOfType(CarrierException.class, () -> verb.good(desk(carrier)));
        if (verb.isDeed()) {
            assertThat(lost).isInstanceOf(OutcomeUnknownException.class);
            assertThat(lost.reference()).isPresent();
            assertThat(calls(verb)).hasSize(1);
        } else {
            assertThat(lost).isNotInstanceOf(OutcomeUnknownException.class);
        }
        assertThat(calls(verb)).hasSizeGreaterThanOrEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("notOffered")
    void what_is_not_offered_is_said_with_who_offers_it(String carrier, DeskVerb verb) {
        assertThatThrownBy(() -> verb.bad(desk(carrier)))
                .isInstanceOf(CapabilityNotSupportedException.class)
                .hasMessageContaining(carrier + " does not offer");
        assertThat(sandbox.calls(carrier)).isEmpty();
    }

    private List<SandboxCall> calls(DeskVerb verb) {
        return sandbox.calls().stream()
                .filter(call -> call.operation().equals(verb.operation()))
                .toList();
    }

    private DeskVerb.Desk desk(String carrier) {
        return new Counter(carrier, client, clientWithoutAccount, sandbox, SandboxErrands.of(carrier, sandbox.clock()));
    }

    private record Counter(
            String carrier,
            TrackingClient client,
            TrackingClient clientWithoutAccount,
            CarrierSandbox sandbox,
            SandboxErrands errands)
            implements DeskVerb.Desk {
        @Override
        public PickupQuery bookedPickup() {
            PickupQuery pickup =
                    PickupQuery.of(client.pickups().schedule(errands.pickup().orElseThrow()));
            // UPS tells of pickups from the day before on
            sandbox.advance(Duration.ofDays(1));
            return pickup;
        }

        @Override
        public ShippedFor boughtShipment() {
            LocalDate today = LocalDate.ofInstant(sandbox.clock().instant(), ZoneOffset.UTC);
            // DHL Express takes papers afterwards only of what was bought with paperless trade; the others take no
            // notice
            ShipmentRequest order = SandboxOrders.international(carrier)
                    .shipDate(today)
                    .putOptions("dhl_paperless", "true")
                    .build();
            Shipment shipment = client.ship(order);
            sandbox.advance(A_WHILE);
            return ShippedFor.of(shipment, today);
        }

        @Override
        public String knownNumber() {
            return sandbox.parcel(carrier).number();
        }
    }
}
