package com.trackingmcp.spi;

import com.trackingmcp.http.CarrierBody;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What came in at a web address. Immutable. {@code toString()} tells neither headers nor body. */
public final class WebhookMessage {
    private final Map<String, List<String>> headers;
    private final CarrierBody body;

    /**
     * A message.
     *
     * @param headers the HTTP headers, names in any case
     * @param body the body as it came, byte by byte: signatures are of that
     */
    public WebhookMessage(Map<String, List<String>> headers, byte[] body) {
        TreeMap<String, List<String>> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> {
            // the JDK keeps the first line of an answer under no name
            if (name != null) {
                anyCase.merge(name, List.copyOf(values), WebhookMessage::both);
            }
        });
        this.headers = anyCase;
        this.body = CarrierBody.of(body);
    }

    /** A header that came twice, its name in different cases, came twice. */
    private static List<String> both(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /** The header of that name in any case; empty where it is not there, or there more than once. */
    public Optional<String> header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /** The body. */
    public CarrierBody body() {
        return body;
    }

    @Override
    public String toString() {
        return "WebhookMessage[" + body.size() + " bytes]";
    }
}
