package com.trackingmcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.trackingmcp.error.CapabilityNotSupportedException;
import com.trackingmcp.error.CarrierUnavailableException;
import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.error.TrackingNumberNotFoundException;
import com.trackingmcp.model.CarrierMatch;
import com.trackingmcp.model.Confidence;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.spi.Capability;
import com.trackingmcp.spi.NumberMatch;
import com.trackingmcp.testcarrier.LocalCarrier;
import com.trackingmcp.testcarrier.ParcelPostNumbers;
import com.trackingmcp.testcarrier.ParcelPostProvider;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WhomToAskTest {
    private static final String NUMBER = "PP0000000017";
    private TrackingClient client;

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aNamedCarrierBeatsDetection() {
        LocalCarrier sure = new LocalCarrier("sure").certain();
        LocalCarrier blind = new LocalCarrier("blind").matching(number -> NumberMatch.none());
        connect(sure, blind);
        assertThat(client.track(TrackingNumber.of(NUMBER, "blind")).carrier()).isEqualTo("blind");
        assertThat(sure.wasAsked()).isFalse();
    }

    @Test
    void anUnknownCarrierIsAnErrorThatNamesTheConnectedOnes() {
        connect(new LocalCarrier("b"), new LocalCarrier("a"));
        assertThatThrownBy(() -> client.track(TrackingNumber.of(NUMBER, "c")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'c'; connected are a, b");
    }

    @Test
    void whoHoldsTheCheckDigitIsAskedFirstAndAloneWhereItKnows() {
        LocalCarrier sure = new LocalCarrier("z").certain();
        LocalCarrier perhaps = new LocalCarrier("a");
        connect(sure, perhaps);
        assertThat(client.track(NUMBER).carrier()).isEqualTo("z");
        assertThat(perhaps.wasAsked()).isFalse();
    }

    @Test
    void thoseWhoseShapeFitsAreAskedWhereTheSureOnesDoNotKnowIt() {
        LocalCarrier sure = new LocalCarrier("z").certain().knowingNothing();
        connect(sure, new LocalCarrier("a"));
        TrackingResult parcel = client.track(NUMBER);
        assertThat(parcel.carrier()).isEqualTo("a");
        assertThat(parcel.alternatives()).isEmpty();
        assertThat(sure.wasAsked()).isTrue();
    }

    @Test
    void equallySureOnesAreAllAskedAndEveryHitIsTold() {
        connect(
                new LocalCarrier("a").saying(TrackingStatus.UNKNOWN),
                new LocalCarrier("b").saying(TrackingStatus.LABEL_CREATED),
                new LocalCarrier("c").saying(TrackingStatus.DELIVERED),
                new LocalCarrier("d").knowingNothing(),
                new LocalCarrier("e").saying(TrackingStatus.IN_TRANSIT));
        TrackingResult parcel = client.track(NUMBER);
        assertThat(parcel.carrier()).isEqualTo("c");
        assertThat(parcel.alternatives()).extracting(TrackingResult::carrier).containsExactly("e", "b", "a");
    }

    @Test
    void nobodyKnowingItIsNotFound() {
        connect(new LocalCarrier("a").knowingNothing(), new LocalCarrier("b").knowingNothing());
        assertThatThrownBy(() -> client.track(NUMBER))
                .isInstanceOf(TrackingNumberNotFoundException.class)
                .hasMessageContaining(NUMBER);
    }

    @Test
    void whereNobodyKnowsItEveryOneThatWasAskedIsNamed() {
        connect(
                new LocalCarrier("c").knowingNothing(),
                new LocalCarrier("a").knowingNothing(),
                new LocalCarrier("b").certain().knowingNothing());
        assertThatThrownBy(() -> client.track(NUMBER))
                .isInstanceOfSatisfying(TrackingNumberNotFoundException.class, error -> {
                    assertThat(error.carrier()).contains("a");
                    assertThat(error.others())
                            .extracting(other -> other.connection().orElseThrow(), ErrorDetails::code)
                            .containsExactly(
                                    tuple("b", ErrorCode.TRACKING_NUMBER_NOT_FOUND),
                                    tuple("c", ErrorCode.TRACKING_NUMBER_NOT_FOUND));
                })
                .hasMessageContaining("also asked b: E-3001 ");
    }

    @Test
    void whoCouldNotAnswerIsToldAndBesideItThoseWhoDoNotKnowIt() {
        connect(
                new LocalCarrier("a").knowingNothing(),
                new LocalCarrier("b").failing(ErrorCode.CARRIER_UNAVAILABLE),
                new LocalCarrier("c").failing(ErrorCode.RATE_LIMITED));
        assertThatThrownBy(() -> client.track(NUMBER))
                .isInstanceOfSatisfying(CarrierUnavailableException.class, error -> {
                    assertThat(error.carrier()).contains("b");
                    assertThat(error.others())
                            .extracting(other -> other.connection().orElseThrow(), ErrorDetails::code)
                            .containsExactly(
                                    tuple("a", ErrorCode.TRACKING_NUMBER_NOT_FOUND),
                                    tuple("c", ErrorCode.RATE_LIMITED));
                });
    }

    @Test
    void aCarrierThatCannotAnswerIsToldRatherThanNotFound() {
        LocalCarrier next = new LocalCarrier("next");
        connect(
                new LocalCarrier("a").certain().knowingNothing(),
                new LocalCarrier("b").certain().failing(ErrorCode.CARRIER_UNAVAILABLE),
                next);
        assertThatThrownBy(() -> client.track(NUMBER))
                .isInstanceOfSatisfying(
                        CarrierUnavailableException.class,
                        error -> assertThat(error.carrier()).contains("b"));
        assertThat(next.wasAsked()).isFalse();
    }

    @Test
    void aCarrierThatCannotAnswerCostsNoOthersHit() {
        connect(new LocalCarrier("a").failing(ErrorCode.CARRIER_UNAVAILABLE), new LocalCarrier("b"));
        assertThat(client.track(NUMBER).carrier()).isEqualTo("b");
    }

    @Test
    void oneOfTwoConnectionsIsNamedByItsOwnId() {
        LocalCarrier us = new LocalCarrier("a");
        LocalCarrier eu = new LocalCarrier("a", "a-eu");
        connect(us, eu);
        assertThat(client.track(TrackingNumber.of(NUMBER, "a-eu")).connection()).isEqualTo("a-eu");
        assertThat(us.wasAsked()).isFalse();
    }

    @Test
    void theSecondConnectionOfACarrierIsAskedOnlyWhereTheFirstDoesNotKnowIt() {
        for (TrackingNumber number : List.of(TrackingNumber.of(NUMBER), TrackingNumber.of(NUMBER, "a"))) {
            LocalCarrier us = new LocalCarrier("a");
            LocalCarrier eu = new LocalCarrier("a", "a-eu");
            connect(us, eu);
            assertThat(client.track(number).connection()).isEqualTo("a");
            assertThat(eu.wasAsked()).isFalse();
            us.knowingNothing();
            assertThat(client.track(number).connection()).isEqualTo("a-eu");
            client.close();
        }
    }

    @Test
    void theSecondConnectionIsNotAskedWhereTheFirstCannotAnswer() {
        LocalCarrier eu = new LocalCarrier("a", "a-eu");
        connect(new LocalCarrier("a").failing(ErrorCode.AUTHENTICATION_FAILED), eu);
        assertThatThrownBy(() -> client.track(TrackingNumber.of(NUMBER, "a"))).hasMessageContaining("E-1010");
        assertThat(eu.wasAsked()).isFalse();
    }

    @Test
    void aCarrierThatDoesNotTrackSaysSoAndNamesThoseThatDo() {
        LocalCarrier ratesOnly = new LocalCarrier("rates") {
            @Override
            public <C extends Capability> Optional<C> capability(Class<C> type) {
                return Optional.empty();
            }
        };
        connect(ratesOnly.certain(), new LocalCarrier("a").matching(number -> NumberMatch.none()));
        for (TrackingNumber number : List.of(TrackingNumber.of(NUMBER), TrackingNumber.of(NUMBER, "rates"))) {
            assertThatThrownBy(() -> client.track(number))
                    .isInstanceOf(CapabilityNotSupportedException.class)
                    .hasMessageContaining("rates does not offer tracking; carriers that do: a");
        }
    }

    @Test
    void aNumberOfNobodyConnectedSaysWhoseItLooksLike() {
        LocalCarrier other = new LocalCarrier("a").matching(number -> NumberMatch.none());
        connect(other);
        assertThatThrownBy(() -> client.track("9400111899223100000003"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("it looks like a number of usps")
                .hasMessageContaining("connected are a");
        assertThatThrownBy(() -> client.track("QQ")).hasMessageContaining("its shape is none that is known");
        assertThat(other.wasAsked()).isFalse();
    }

    @Test
    void detectionTellsAllCandidatesBestFirstAndAsksNobody() {
        LocalCarrier perhaps = new LocalCarrier("a");
        LocalCarrier sure = new LocalCarrier("b").certain();
        LocalCarrier secondOfSure = new LocalCarrier("b", "b-eu").certain();
        client = TrackingClient.builder()
                .cache(CachePolicy.off())
                .config(key -> null)
                .carrier(perhaps.factory())
                .carrier(sure.factory())
                .carrier(secondOfSure.factory())
                .providers(List.of(new ParcelPostProvider(), new ParcelPostProvider()))
                .build();
        assertThat(client.detect(ParcelPostNumbers.standard(1)))
                .extracting(CarrierMatch::carrier, CarrierMatch::confidence, CarrierMatch::connected)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("b", Confidence.CERTAIN, true),
                        org.assertj.core.groups.Tuple.tuple("parcelpost", Confidence.CERTAIN, false),
                        org.assertj.core.groups.Tuple.tuple("a", Confidence.POSSIBLE, true));
        assertThat(perhaps.wasAsked() || sure.wasAsked()).isFalse();
    }

    @Test
    void aLookAlikeIsToldUnlessThatVeryCarrierIsConnected() {
        connect(new LocalCarrier("a").matching(number -> NumberMatch.none()));
        assertThat(client.detect("9400111899223100000003"))
                .singleElement()
                .satisfies(match -> assertThat(match.carrier()).isEqualTo("usps"))
                .satisfies(match -> assertThat(match.connected()).isFalse());
        assertThat(client.detect("QQ")).isEmpty();
        assertThatThrownBy(() -> client.detect("#")).isInstanceOf(InvalidRequestException.class);
        client.close();
        connect(new LocalCarrier("usps"));
        assertThat(client.detect("9400111899223100000003"))
                .singleElement()
                .satisfies(match -> assertThat(match.connected()).isTrue());
    }

    private void connect(LocalCarrier... carriers) {
        TrackingClientBuilder builder = TrackingClient.builder()
                .cache(CachePolicy.off())
                .config(key -> null)
                .providers(List.of());
        List.of(carriers).forEach(carrier -> builder.carrier(carrier.factory()));
        client = builder.build();
    }
}
