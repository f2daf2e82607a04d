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
import com.trackingmcp.model.PoliticalDivision;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxParcel;
import com.trackingmcp.testkit.SandboxPush;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The two verbs of the desk that fit no row of {@link DeskMatrixTest}: political divisions, which no carrier's refusal keeps
 * from being told, and what carriers push, which is read without asking anybody: there is no answer to lose.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DeskRowsOfTheirOwnTest {
    static final List<String> ROWS = List.of("locations.politicalDivisions", "webhooks.parse");
    private static final String ISO = "iso-3166-2";

    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final TrackingClient client = connected("");

    @AfterEach
    void close() {
        client.close();
        sandbox.close();
    }

    private TrackingClient connected(String prefix) {
        return TrackingClient.builder()
                .config(key -> key.startsWith(prefix) ? sandbox.config().lookup(key) : null)
                .clock(sandbox.clock())
                .cache(CachePolicy.off())
                .retries(0, Duration.ZERO)
                .build();
    }

    private List<PoliticalDivision> divisionsWithNobodyBut(String carrier) {
        try (TrackingClient alone = connected(carrier.toUpperCase(Locale.ROOT))) {
            return alone.locations().politicalDivisions("US");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fedex", "ups", "dhl"})
    void political_divisions_are_the_carriers_where_it_tells_them_and_else_those_of_the_iso_list(String carrier) {
        boolean tells = carrier.equals("ups");
        assertThat(divisionsWithNobodyBut(carrier))
                .isNotEmpty()
                .extracting(PoliticalDivision::source)
                .containsOnly(tells ? "ups" : ISO);
        assertThat(sandbox.callsWithoutTokens(carrier)).hasSize(tells ? 1 : 0);
    }

    @Test
    void political_divisions_that_the_carrier_refuses_to_tell_are_those_of_the_iso_list() {
        sandbox.fail("ups").on("divisions").with(400).untilCleared();
        assertThat(divisionsWithNobodyBut("ups"))
                .hasSizeGreaterThan(50)
                .extracting(PoliticalDivision::source)
                .containsOnly(ISO);
        assertThat(sandbox.callsWithoutTokens("ups")).hasSize(1);
    }

    @Test
    void political_divisions_whose_answer_is_lost_are_those_of_the_iso_list() {
        sandbox.fail("ups").on("divisions").withLostAnswer().untilCleared();
        assertThat(divisionsWithNobodyBut("ups"))
                .extracting(PoliticalDivision::source)
                .containsOnly(ISO);
    }

    @Test
    void political_divisions_of_what_is_no_country_are_asked_of_nobody() {
        assertThatThrownBy(() -> client.locations().politicalDivisions("Nowhere"))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refusal -> assertThat(refusal.fields()).isNotEmpty());
        assertThat(sandbox.calls()).isEmpty();
    }

    @Test
    void what_ups_pushes_is_read_and_nobody_is_asked() {
        SandboxParcel parcel = sandbox.parcel("ups").delivered();
        SandboxPush push = parcel.push();
        List<TrackingResult> told = client.webhooks().parse("ups", push.headers(), push.bytes());
        assertThat(told).singleElement().satisfies(result -> {
            assertThat(result.number().value()).isEqualTo(parcel.number());
            assertThat(result.status()).isEqualTo(TrackingStatus.DELIVERED);
        });
        assertThat(sandbox.calls()).isEmpty();
    }

    @Test
    void what_does_not_prove_that_ups_pushed_it_is_refused() {
        byte[] body = sandbox.parcel("ups").push().bytes();
        Map<String, List<String>> forged = Map.of("credential", List.of("test-somebody-else"));
        assertThat(refusal(forged, body).code()).isEqualTo(ErrorCode.UNTRUSTED_MESSAGE);
        assertThat(refusal(Map.of(), body).code()).isEqualTo(ErrorCode.UNTRUSTED_MESSAGE);
    }

    @Test
    void what_was_pushed_but_tells_of_no_parcel_cannot_be_read() {
        Map<String, List<String>> proof = sandbox.parcel("ups").push().headers();
        byte[] body = "{\"hello\":\"world\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(refusal(proof, body).code()).isEqualTo(ErrorCode.MALFORMED_RESPONSE);
    }

    private CarrierException refusal(Map<String, List<String>> headers, byte[] body) {
        return catchThrowableOfType(
                CarrierException.class, () -> client.webhooks().parse("ups", headers, body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fedex", "dhl"})
    void whose_pushes_have_no_published_description_is_said_with_whose_have(String carrier) {
        assertThatThrownBy(() -> client.webhooks().parse(carrier, Map.of(), new byte[0]))
                .isInstanceOf(CapabilityNotSupportedException.class)
                .hasMessageContaining(carrier + " does not offer")
                .hasMessageContaining("ups");
    }
}
