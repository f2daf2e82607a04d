package com.trackingmcp.reliability.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.trackingmcp.CachePolicy;
import com.trackingmcp.Rates;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.model.ModelJson;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxErrands;
import com.trackingmcp.testkit.SandboxNumbers;
import com.trackingmcp.testkit.SandboxOrders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The first byte chooses the model, the second how the rest is meant, as in {@link Target}. */
@Tag("fuzz")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ModelsFuzzTest {
    private static final int HEADER = 2;
    private static final List<Class<?>> TYPES = new ArrayList<>();
    private static final List<Exchange> MODELS = new ArrayList<>();

    static {
        Map<Class<?>, Object> kept = new LinkedHashMap<>();
        try (CarrierSandbox sandbox = CarrierSandbox.start();
                TrackingClient client = TrackingClient.builder()
                        .config(sandbox.config())
                        .clock(sandbox.clock())
                        .cache(CachePolicy.off())
                        .httpClient(new InProcessHttp(new SandboxInProcess(sandbox)))
                        .rawJson(true)
                        .build()) {
            SandboxErrands wishes = SandboxErrands.of("fedex", sandbox.clock());
            for (Object wish : List.of(
                    SandboxOrders.international("fedex").build(),
                    wishes.pickup(),
                    wishes.landedCost(),
                    wishes.document(),
                    wishes.locations(),
                    wishes.manifest(),
                    wishes.subscription(SandboxNumbers.FEDEX_DELIVERED))) {
                keep(kept, wish);
            }
            Errand.Bed bed = new Errand.Bed(sandbox, client);
            for (Errand errand : Errands.of("fedex", List.of(SandboxNumbers.FEDEX_DELIVERED))) {
                try {
                    keep(kept, errand.preparation().prepare(bed).ask(client));
                } catch (CarrierException notOffered) {
                    continue;
                }
            }
        }
        kept.forEach((type, model) -> {
            byte[] json = ModelJson.write(model).getBytes(StandardCharsets.UTF_8);
            TYPES.add(type);
            MODELS.add(Exchange.of("GET", "/", Reply.json(200, json)));
        });
    }

    private static void keep(Map<Class<?>, Object> kept, Object value) {
        if (value instanceof Collection<?> many) {
            many.forEach(each -> keep(kept, each));
        } else if (value instanceof Optional<?> maybe) {
            maybe.ifPresent(each -> keep(kept, each));
        } else if (value instanceof Outcome<?> outcome) {
            keep(kept, outcome.value());
        } else if (value instanceof Rates rates) {
            keep(kept, rates.rates());
        } else if (value.getClass().getPackage() == ModelJson.class.getPackage()
                && value.getClass().getInterfaces().length == 1) {
            kept.putIfAbsent(value.getClass().getInterfaces()[0], value);
        }
    }

    static Stream<Arguments> seeds() {
        List<Arguments> seeds = new ArrayList<>();
        for (int i = 0; i < MODELS.size(); i++) {
            byte[] body = MODELS.get(i).reply().body();
            byte[] whole = new byte[HEADER + body.length];
            whole[0] = (byte) i;
            System.arraycopy(body, 0, whole, HEADER, body.length);
            if (body.length < 4_000) {
                seeds.add(Arguments.of((Object) whole));
            }
            seeds.add(Arguments.of((Object) new byte[] {(byte) i, 1, 0, 5, 0, (byte) i}));
        }
        return seeds.stream();
    }

    @MethodSource("seeds")
    @FuzzTest
    void whatever_is_kept_as_json_is_a_model_or_refused(byte[] input) {
        if (input.length < HEADER) {
            return;
        }
        int which = (input[0] & 0xFF) % MODELS.size();
        Exchange exchange = MODELS.get(which);
        int mode = input[1] & 0xFF;
        String json = mode % 16 == 0 || exchange.json() == null
                ? new String(Arrays.copyOfRange(input, HEADER, input.length), StandardCharsets.UTF_8)
                : HostileJson.of(exchange.json(), exchange.values(), input, HEADER);
        Verdict.of(json::length, () -> {
            Object model;
            String written;
            try {
                model = ModelJson.read(json, TYPES.get(which));
                written = ModelJson.write(model);
            } catch (IllegalArgumentException refused) {
                return null;
            }
            // what was kept once can be read and kept again
            assertThat(ModelJson.write(ModelJson.read(written, TYPES.get(which))))
                    .isEqualTo(written);
            return model;
        });
    }
}
