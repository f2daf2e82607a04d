package com.trackingmcp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestMakerTest {
    private final HttpTransport transport = new HttpTransport(
            HttpClient.newHttpClient(),
            Clock.systemUTC(),
            new HttpTransport.Limits(
                    Duration.ofSeconds(30), 1_000, new Backoff(0, Duration.ZERO, () -> 0), Duration.ZERO),
            QuotaStorage.inMemory(),
            event -> {});
    private final RequestMaker maker = new RequestMaker(
            new Failures(transport, "parcelpost", "parcelpost"), URI.create("https://parcelpost.test/api/"));

    @AfterEach
    void close() {
        transport.close();
    }

    private static Authorization.Header token(String value) {
        return new Authorization.Header("Authorization", Secret.of(value));
    }

    @Test
    void eachRequestHasItsOwnHeadersAndTheTokenOfItsTime() {
        HttpRequest first = maker.make(
                CarrierRequest.get("track").path("/track").header("X-Call", "1").build(), token("test-old"));
        HttpRequest second =
                maker.make(CarrierRequest.get("track").path("/track").build(), token("test-old"));
        HttpRequest third =
                maker.make(CarrierRequest.get("track").path("/track").build(), token("test-new"));
        HttpRequest without =
                maker.make(CarrierRequest.get("track").path("/track").build(), null);
        assertThat(first.headers().firstValue("x-call")).contains("1");
        assertThat(second.headers().firstValue("x-call")).isEmpty();
        assertThat(second.headers().allValues("authorization")).containsExactly("test-old");
        assertThat(third.headers().allValues("authorization")).containsExactly("test-new");
        assertThat(without.headers().allValues("authorization")).isEmpty();
        assertThat(first.uri()).hasToString("https://parcelpost.test/api/track");
    }

    @Test
    void ofTwoHeadersWithOneNameTheLaterCountsAndAboveAllTheToken() {
        CarrierRequest request = CarrierRequest.get("track")
                .path("/track")
                .header("Accept", "text/plain")
                .header("authorization", "test-own")
                .build();
        HttpRequest made = maker.make(request, token("test-token"));
        assertThat(request.headers()).containsEntry("Accept", "text/plain").hasSize(2);
        assertThat(made.headers().allValues("accept")).containsExactly("text/plain");
        assertThat(made.headers().allValues("authorization")).containsExactly("test-token");
    }

    @Test
    void anOperationThatTellsEverythingInItsBodyHasOneUri() {
        CarrierRequest.Builder request = CarrierRequest.postToRead("track").path("/track");
        CarrierRequest body = request.json(new byte[] {'{', '}'}).build();
        assertThat(maker.make(body, null).uri()).isSameAs(maker.make(body, null).uri());
    }

    @Test
    void aBodyThatMayBuyIsGivenOnceAndThatOfAQuestionAsOftenAsWanted() {
        byte[] json = {'{', '}'};
        CarrierRequest purchase =
                CarrierRequest.post("ship").path("/ship").json(json).build();
        CarrierRequest question =
                CarrierRequest.postToRead("track").path("/track").json(json).build();
        HttpRequest.BodyPublisher once =
                maker.make(purchase, null).bodyPublisher().orElseThrow();
        HttpRequest.BodyPublisher often =
                maker.make(question, null).bodyPublisher().orElseThrow();
        assertThat(once.contentLength()).isEqualTo(2);
        assertThat(given(once)).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("{}");
        assertThat(given(once))
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withMessageContaining("not sent again");
        assertThat(given(often)).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("{}");
        assertThat(given(often)).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("{}");
    }

    private static CompletableFuture<String> given(HttpRequest.BodyPublisher body) {
        HttpResponse.BodySubscriber<String> heard = HttpResponse.BodySubscribers.ofString(StandardCharsets.UTF_8);
        body.subscribe(new Flow.Subscriber<ByteBuffer>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                heard.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer bytes) {
                heard.onNext(List.of(bytes));
            }

            @Override
            public void onError(Throwable failure) {
                heard.onError(failure);
            }

            @Override
            public void onComplete() {
                heard.onComplete();
            }
        });
        return heard.getBody().toCompletableFuture();
    }

    @Test
    void aTokenThatNoHeaderMayHoldIsNotRepeated() {
        assertThatThrownBy(() ->
                        maker.make(CarrierRequest.get("track").path("/track").build(), token("test-secret\n")))
                .hasMessageContaining("for the header Authorization")
                .hasMessageNotContaining("test-secret");
    }
}
