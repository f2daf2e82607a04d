package com.trackingmcp.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookMessageTest {
    private static final byte[] BODY = {1, 2, 3};

    @Test
    void headersAreFoundInAnyCaseAndOnlyWhereTheyCameOnce() {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put(null, List.of("HTTP/1.1 200 OK"));
        headers.put("X-Once", List.of("a"));
        headers.put("X-Twice", List.of("a", "a"));
        headers.put("X-Cases", List.of("a"));
        headers.put("x-cases", List.of("b"));
        headers.put("X-None", List.of());
        WebhookMessage message = new WebhookMessage(headers, BODY);
        assertThat(message.header("x-once")).contains("a");
        assertThat(Arrays.asList("X-Twice", "X-Cases", "X-None", "X-Other"))
                .allSatisfy(name -> assertThat(message.header(name)).isEmpty());
    }

    @Test
    void nobodyChangesItAndItTellsNothing() {
        byte[] body = BODY.clone();
        Map<String, List<String>> headers = new HashMap<>(Map.of("X-Secret", List.of("test-secret")));
        WebhookMessage message = new WebhookMessage(headers, body);
        body[0] = 9;
        headers.clear();
        assertThat(message.body().bytes()).isEqualTo(BODY);
        assertThat(message.header("X-Secret")).contains("test-secret");
        assertThat(message).hasToString("WebhookMessage[3 bytes]");
    }
}
