package com.trackingmcp.reliability.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.dhl.DhlCarrierProvider;
import com.trackingmcp.fedex.FedexCarrierProvider;
import com.trackingmcp.karrio.KarrioCarrierProvider;
import com.trackingmcp.spi.CarrierProvider;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.ups.UpsCarrierProvider;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One line is one setting: a byte for its name, the rest is its value; the others are as the sandbox has them. */
@Tag("fuzz")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SettingsFuzzTest {
    private static final List<CarrierProvider> PROVIDERS = List.of(
            new FedexCarrierProvider(),
            new UpsCarrierProvider(),
            new DhlCarrierProvider(),
            new KarrioCarrierProvider());
    private static final Map<String, String> GOOD;
    private static final List<String> NAMES;

    static {
        try (CarrierSandbox sandbox = CarrierSandbox.start()) {
            GOOD = sandbox.settings();
        }
        Set<String> names = new LinkedHashSet<>(GOOD.keySet());
        PROVIDERS.forEach(provider -> names.addAll(provider.settings()));
        names.addAll(List.of("REQUEST_TIMEOUT", "TOKEN_REFRESH_BUFFER"));
        NAMES = List.copyOf(names);
    }

    static Stream<Arguments> seeds() {
        List<String> values = List.of(
                "",
                "https://example.com/",
                "http://127.0.0.1:1",
                "unlimited",
                "10/s",
                "1000/day",
                "30s",
                "PT30S",
                "90",
                "true",
                "test",
                "sandbox",
                "en-US",
                "100200300",
                "test-user:test-password",
                "http://user@[::1]:99999/?#");
        List<Arguments> seeds = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            String value = GOOD.getOrDefault(NAMES.get(i), values.get(i % values.size()));
            seeds.add(Arguments.of((Object) line(i, value)));
            seeds.add(Arguments.of((Object) line(i, values.get((i * 7 + 3) % values.size()))));
        }
        return seeds.stream();
    }

    private static byte[] line(int name, String value) {
        return ((char) name + value).getBytes(StandardCharsets.ISO_8859_1);
    }

    @MethodSource("seeds")
    @FuzzTest
    void whatever_is_set_connects_or_is_refused(byte[] input) {
        Map<String, String> settings = new HashMap<>(GOOD);
        for (String line : new String(input, StandardCharsets.ISO_8859_1).split("\n", 8)) {
            if (!line.isEmpty()) {
                byte[] value = line.substring(1).getBytes(StandardCharsets.ISO_8859_1);
                settings.put(NAMES.get(line.charAt(0) % NAMES.size()), new String(value, StandardCharsets.UTF_8));
            }
        }
        Verdict.of(() -> input.length, () -> {
            try (TrackingClient client = TrackingClient.builder()
                    .providers(PROVIDERS)
                    .config(ConfigSource.of(settings))
                    .httpClient(new InProcessHttp(request -> Reply.json(404, new byte[0])))
                    .build()) {
                return client.detect("1Z999AA10123456784");
            }
        });
    }
}
