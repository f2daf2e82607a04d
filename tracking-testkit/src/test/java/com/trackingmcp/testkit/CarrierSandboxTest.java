package com.trackingmcp.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.testkit.SandboxClient.Answer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CarrierSandboxTest {

    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final SandboxClient client = new SandboxClient(sandbox.settings());

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void settingsHoldNothingThatCouldBeARealCredential() {
        sandbox.settings().forEach((name, value) -> {
            if (name.endsWith("_URL")) {
                assertThat(value).startsWith("http://127.0.0.1:");
            } else if (!name.endsWith("ACCOUNT_NUMBER") && !name.endsWith("_QUOTA")) {
                assertThat(value).as(name).startsWith("test-");
            }
        });
    }

    @Test
    void sameSeedMakesTheSameParcels() {
        try (CarrierSandbox twin = CarrierSandbox.start();
                CarrierSandbox other = CarrierSandbox.builder().seed(2).build()) {
            // The order of families plays no part.
            twin.parcel("ups");
            String number = sandbox.parcel("fedex").journey().number();
            assertThat(twin.parcel("fedex").journey().number()).isEqualTo(number);
            assertThat(other.parcel("fedex").number()).isNotEqualTo(number);
            sandbox.advance(Duration.ofDays(3));
            twin.advance(Duration.ofDays(3));
            assertThat(new SandboxClient(twin.settings()).fedexParcel(number)).isEqualTo(client.fedexParcel(number));
        }
    }

    @Test
    void verbsAreToldInTheCodesOfTheCarrier() {
        SandboxParcel parcel = sandbox.parcel("fedex").pickedUp().inTransit().customs();
        sandbox.advance(Duration.ofHours(5));
        parcel.outForDelivery().deliveryAttempted().onHold().exception().returning();
        sandbox.advance(Duration.ofHours(5));
        parcel.returned();
        assertThat(client.fedexParcel(parcel.number()).path("scanEvents").findValuesAsText("eventType"))
                .containsExactly("RS", "RS", "SE", "CD", "DE", "OD", "CP", "AR", "PU", "OC");
    }

    @Test
    void journeyHappensAsTheClockAdvances() {
        SandboxParcel parcel = sandbox.parcel("ups").journey();
        assertThat(client.upsParcel(parcel.number()).path("activity")).hasSize(1);
        sandbox.advance(Duration.ofHours(10));
        assertThat(client.upsParcel(parcel.number()).at("/currentStatus/code").asText())
                .isEqualTo("005");
        sandbox.advance(Duration.ofDays(3));
        assertThat(client.upsParcel(parcel.number()).at("/currentStatus/code").asText())
                .isEqualTo("011");
    }

    @Test
    void cancellingDropsWhatTheJourneyHadPlanned() {
        SandboxParcel parcel = sandbox.parcel("ups").journey().cancelled();
        sandbox.advance(Duration.ofDays(5));
        assertThat(client.upsParcel(parcel.number()).path("activity")).hasSize(2);
    }

    @Test
    void dhlExpressHasNoWayToCancel() {
        assertThatThrownBy(() -> sandbox.parcel("dhl").cancelled()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void sixHundredParcelsAreMadeAtOnce() {
        List<SandboxParcel> parcels = sandbox.parcels("fedex", 600);
        assertThat(new HashSet<>(parcels.stream().map(SandboxParcel::number).toList()))
                .hasSize(600);
        Answer answer = client.fedexTrack(
                parcels.subList(0, 30).stream().map(SandboxParcel::number).toArray(String[]::new));
        assertThat(answer.json().at("/output/completeTrackResults")).hasSize(30);
    }

    @Test
    void carrierItDoesNotKnowIsRefusedWithTheOnesItKnows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sandbox.parcel("pigeon"))
                .withMessageContaining("ups");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sandbox.fail("pigeon"))
                .withMessageContaining("mydhl");
    }

    @Test
    void callsAreKeptWithTheirOperation() {
        client.fedexTrack(SandboxNumbers.FEDEX_DELIVERED, SandboxNumbers.FEDEX_IN_TRANSIT);
        client.expressParcel(SandboxNumbers.DHL_EXPRESS_DELIVERED);
        assertThat(sandbox.calls("fedex")).extracting(SandboxCall::operation).containsExactly("token", "track");
        assertThat(sandbox.callsWithoutTokens("fedex"))
                .containsExactly(new SandboxCall("fedex", "track", "POST", "/fedex/track/v1/trackingnumbers", 200, 2));
        assertThat(sandbox.calls("dhl")).extracting(SandboxCall::wire).containsExactly("mydhl");
        assertThat(sandbox.calls()).hasSize(3);
    }

    @Test
    void faultStrikesAsOftenAsAskedAndSparesTokens() {
        sandbox.fail("ups").with(500).times(2);
        assertThat(client.upsTrack(SandboxNumbers.UPS_DELIVERED).status()).isEqualTo(500);
        assertThat(client.upsTrack(SandboxNumbers.UPS_DELIVERED).status()).isEqualTo(500);
        assertThat(client.upsTrack(SandboxNumbers.UPS_DELIVERED).status()).isEqualTo(200);
    }

    @Test
    void faultCanStrikeTokensAlone() {
        sandbox.fail("ups").on("token").with(429).times(1);
        assertThat(client.upsToken("any").status()).isEqualTo(429);
        assertThat(client.upsTrack(SandboxNumbers.UPS_DELIVERED).status()).isEqualTo(200);
    }

    @Test
    void refusalForTooManyCallsSaysWhenToComeBack() {
        sandbox.fail("dhl").with(429).retryAfter(Duration.ofSeconds(30)).forNext(Duration.ofMinutes(1));
        Answer answer = client.unified("trackingNumber=" + SandboxNumbers.DHL_PARCEL_DE_DELIVERED);
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.http().headers().firstValue("Retry-After")).contains("30");
        assertThat(answer.at("/title")).isEqualTo("Too Many Requests");
        sandbox.advance(Duration.ofMinutes(1));
        assertThat(client.unified("trackingNumber=" + SandboxNumbers.DHL_PARCEL_DE_DELIVERED)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void faultLastsUntilTheRequestItWaitsFor() {
        sandbox.fail("ups").with(503).until(request -> request.path().endsWith(SandboxNumbers.UPS_DELIVERED));
        assertThat(client.upsTrack(SandboxNumbers.UPS_IN_TRANSIT).status()).isEqualTo(503);
        assertThat(client.upsTrack(SandboxNumbers.UPS_DELIVERED).status()).isEqualTo(200);
        assertThat(client.upsTrack(SandboxNumbers.UPS_IN_TRANSIT).status()).isEqualTo(200);
    }

    @Test
    void gatewayMayAnswerWithAPage() {
        sandbox.fail("fedex").on("token").withHtml(401).untilCleared();
        Answer answer = client.fedexToken("any");
        assertThat(answer.http().headers().firstValue("Content-Type")).contains("text/html");
        sandbox.clearFaults();
        assertThat(client.fedexToken()).isNotEmpty();
    }

    @Test
    void bodyCanBeCutInTheMiddle() {
        sandbox.fail("mydhl").withCutBody().times(1);
        assertThatThrownBy(() -> client.expressParcel(SandboxNumbers.DHL_EXPRESS_DELIVERED))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void heldCallIsAnsweredOnceReleased() throws Exception {
        try (SandboxHold hold = sandbox.hold("mydhl")) {
            CompletableFuture<String> call =
                    CompletableFuture.supplyAsync(() -> client.expressParcel(SandboxNumbers.DHL_EXPRESS_DELIVERED)
                            .path("status")
                            .asText());
            assertThat(hold.awaitCalls(1, Duration.ofSeconds(30))).isTrue();
            assertThat(call).isNotDone();
            hold.release();
            assertThat(call.join()).isEqualTo("Success");
        }
    }

    @Test
    void closingEndsEveryThread() throws Exception {
        client.fedexToken();
        List<Thread> threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> List.of("carrier-sandbox", "HTTP-Dispatcher").contains(thread.getName()))
                .toList();
        assertThat(threads).hasSizeGreaterThan(1);
        sandbox.close();
        for (Thread thread : threads) {
            thread.join(5_000);
            assertThat(thread.isAlive()).as(thread.getName()).isFalse();
        }
        assertThatThrownBy(client::fedexToken).isInstanceOf(UncheckedIOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/pigeon/track", "/fedexpress/track"})
    void pathOfNoCarrierIsNotFound(String path) {
        Answer answer = client.send(HttpRequest.newBuilder(sandbox.uri().resolve(path)));
        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void onlyUpsPostsWhatHappens() {
        SandboxPush push = sandbox.parcel("ups").pickedUp().push();
        assertThat(push.headers()).containsKeys("credential", "User-Agent");
        assertThat(new String(push.bytes(), StandardCharsets.UTF_8)).contains("\"descriptionCode\":\"038\"");
        assertThatThrownBy(() -> sandbox.parcel("fedex").push()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void commandPrintsTheSettingsAndRunsUntilItsInputEnds() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        new SandboxCommand(new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run(0, new ByteArrayInputStream(new byte[0]));
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("export UPS_BASE_URL=http://127.0.0.1:");
    }
}
