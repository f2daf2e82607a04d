package com.trackingmcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.spi.CarrierFactory;
import com.trackingmcp.spi.CarrierProvider;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.spi.NumberMatch;
import com.trackingmcp.testcarrier.LocalCarrier;
import com.trackingmcp.testcarrier.ParcelPost;
import com.trackingmcp.testcarrier.ParcelPostProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DiscoveryTest {
    private static final Map<String, String> FULL =
            Map.of(ParcelPostProvider.CLIENT_ID, "test-id", ParcelPostProvider.CLIENT_SECRET, "test-secret");

    /** A provider whose carrier needs no credentials. */
    private record Local(String carrierId, int priority, LocalCarrier carrier) implements CarrierProvider {
        Local(String carrierId, int priority) {
            this(carrierId, priority, new LocalCarrier(carrierId));
        }

        @Override
        public List<String> settings() {
            return List.of();
        }

        @Override
        public Optional<CarrierFactory> configure(ConfigSource config) {
            return Optional.of(carrier.factory());
        }

        @Override
        public NumberMatch match(TrackingNumber number) {
            return NumberMatch.none();
        }
    }

    @Test
    void withoutAnyModuleTheErrorNamesTheArtifactsToAdd() {
        assertFails(() -> client(Map.of()), ErrorCode.NO_CARRIER_ON_CLASS_PATH)
                .hasMessageContaining("com.trackingmcp:tracking-fedex")
                .hasMessageContaining("com.trackingmcp:tracking-ups")
                .hasMessageContaining("com.trackingmcp:tracking-dhl");
    }

    @Test
    void withoutAnyCredentialsTheErrorListsEachModuleAndItsSettings() {
        assertFails(() -> client(Map.of(), new ParcelPostProvider()), ErrorCode.NO_CREDENTIALS)
                .hasMessageContaining(
                        "parcelpost (looked for PARCELPOST_CLIENT_ID, PARCELPOST_CLIENT_SECRET, PARCELPOST_BASE_URL)");
    }

    @Test
    void aBlankCredentialIsNoCredential() {
        assertFails(
                () -> client(
                        Map.of(ParcelPostProvider.CLIENT_ID, " ", ParcelPostProvider.CLIENT_SECRET, ""),
                        new ParcelPostProvider()),
                ErrorCode.NO_CREDENTIALS);
    }

    @Test
    void halfGivenCredentialsAreAnErrorThatNamesEveryKeyAndItsStateAndNoValue() {
        assertFails(
                        () -> client(Map.of(ParcelPostProvider.CLIENT_ID, "test-id-value"), new ParcelPostProvider()),
                        ErrorCode.INCOMPLETE_CREDENTIALS)
                .hasMessageContaining("PARCELPOST_CLIENT_ID is set, PARCELPOST_CLIENT_SECRET is missing")
                .hasMessageNotContaining("test-id-value");
    }

    @Test
    void halfGivenCredentialsAreNoErrorWhereTheBuilderWasHandedThatConnection() {
        TrackingClientBuilder builder = builder(Map.of(ParcelPostProvider.CLIENT_ID, "test-id"))
                .providers(List.of(new ParcelPostProvider()))
                .carrier(ParcelPost.carrier(ParcelPost.at(ParcelPost.PRODUCTION)));
        assertThat(ids(builder)).containsExactly("parcelpost");
        assertFails(
                () -> builder(Map.of(ParcelPostProvider.CLIENT_ID, "test-id"))
                        .providers(List.of(new ParcelPostProvider()))
                        .carrier(new LocalCarrier("other").factory())
                        .build(),
                ErrorCode.INCOMPLETE_CREDENTIALS);
    }

    @Test
    void aModuleWithCredentialsIsConnectedAndOneWithoutIsSkipped() {
        try (TrackingClient client = client(FULL, new ParcelPostProvider())) {
            assertThat(client.carriers())
                    .extracting(ConnectedCarrier::carrier, ConnectedCarrier::connection, ConnectedCarrier::name)
                    .containsExactly(tuple("parcelpost", "parcelpost", "Parcel Post"));
        }
        try (TrackingClient client = client(Map.of(), new ParcelPostProvider(), new Local("b", 0))) {
            assertThat(client.carriers())
                    .extracting(ConnectedCarrier::connection)
                    .containsExactly("b");
        }
    }

    @Test
    void twoConnectionsWithOneIdAreAnErrorThatNamesBoth() {
        assertFails(
                        () -> client(FULL, new ParcelPostProvider(), new Local("parcelpost", 0)),
                        ErrorCode.DUPLICATE_CONNECTION)
                .hasMessageContaining("'parcelpost'")
                .hasMessageContaining("Parcel Post (com.trackingmcp.testcarrier.ParcelPostCarrier)")
                .hasMessageContaining("PARCELPOST (com.trackingmcp.testcarrier.LocalCarrier)");
        assertFails(
                () -> builder(Map.of())
                        .carrier(new LocalCarrier("a").factory())
                        .carrier(new LocalCarrier("b", "a").factory())
                        .build(),
                ErrorCode.DUPLICATE_CONNECTION);
    }

    @Test
    void theProviderOfTheLowerPriorityWins() {
        Local direct = new Local("a", 0);
        Local gateway = new Local("a", 100);
        for (List<CarrierProvider> found :
                List.<List<CarrierProvider>>of(List.of(direct, gateway), List.of(gateway, direct))) {
            try (TrackingClient client = builder(Map.of()).providers(found).build()) {
                int before = direct.carrier().batches().size();
                client.track("PP1");
                assertThat(direct.carrier().batches()).hasSize(before + 1);
                assertThat(gateway.carrier().wasAsked()).isFalse();
            }
        }
    }

    @Test
    void whatTheBuilderWasHandedBeatsWhatIsFound() {
        LocalCarrier handed = new LocalCarrier("a");
        Local found = new Local("a", 0);
        try (TrackingClient client = builder(Map.of())
                .providers(List.of(found))
                .carrier(handed.factory())
                .build()) {
            client.track("PP1");
        }
        assertThat(handed.wasAsked()).isTrue();
        assertThat(found.carrier().wasAsked()).isFalse();
    }

    @Test
    void connectionsAreAskedByPriorityThenIdWhateverTheOrderOfTheClassPath() {
        List<String> asked = new ArrayList<>();
        List<CarrierProvider> found = new ArrayList<>();
        found.add(new Local("gateway", 100, remembering("parcels", "a-gateway", asked)));
        found.add(new Local("second", 0, remembering("parcels", "c-second", asked)));
        found.add(new Local("first", 0, remembering("parcels", "b-first", asked)));
        for (int turn = 0; turn < 3; turn++) {
            asked.clear();
            java.util.Collections.rotate(found, 1);
            try (TrackingClient client = builder(Map.of()).providers(found).build()) {
                assertThatThrownBy(() -> client.track("PP1")).hasMessageContaining("E-3001");
                assertThat(asked).containsExactly("b-first", "c-second", "a-gateway");
                assertThat(client.carriers())
                        .extracting(ConnectedCarrier::connection)
                        .containsExactly("a-gateway", "b-first", "c-second");
            }
        }
    }

    @Test
    void oneBuilderMakesManyClients() {
        TrackingClientBuilder builder = builder(FULL).providers(List.of(new ParcelPostProvider()));
        assertThat(ids(builder)).isEqualTo(ids(builder)).containsExactly("parcelpost");
    }

    private static LocalCarrier remembering(String carrier, String connection, List<String> asked) {
        return new LocalCarrier(carrier, connection) {
            @Override
            public com.trackingmcp.spi.BatchLane lane(TrackingNumber number) {
                asked.add(connection);
                return super.lane(number);
            }
        }.knowingNothing();
    }

    private static TrackingClientBuilder builder(Map<String, String> settings) {
        return TrackingClient.builder().config(ConfigSource.of(settings)).providers(List.of());
    }

    private static TrackingClient client(Map<String, String> settings, CarrierProvider... found) {
        return builder(settings).providers(List.of(found)).build();
    }

    private static List<String> ids(TrackingClientBuilder builder) {
        try (TrackingClient client = builder.build()) {
            return client.carriers().stream().map(ConnectedCarrier::connection).toList();
        }
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertFails(
            ThrowingCallable building, ErrorCode code) {
        return assertThatThrownBy(building)
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        error -> assertThat(error.code()).isEqualTo(code));
    }
}
