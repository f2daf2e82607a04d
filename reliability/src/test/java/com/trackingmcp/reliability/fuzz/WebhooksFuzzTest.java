package com.trackingmcp.reliability.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxPush;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The first byte chooses the push, the second how the rest is meant, as in {@link Target}. */
@Tag("fuzz")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WebhooksFuzzTest {
    private static final int HEADER = 2;
    private static final List<Push> PUSHES = new ArrayList<>();
    private static final TrackingClient CLIENT;

    private record Push(String carrier, SandboxPush message, Exchange exchange) {
        static Push of(String carrier, SandboxPush message) {
            return new Push(carrier, message, Exchange.of("POST", "/", Reply.json(200, message.bytes())));
        }
    }

    static {
        try (CarrierSandbox sandbox = CarrierSandbox.start()) {
            CLIENT = TrackingClient.builder()
                    .config(sandbox.config())
                    .clock(sandbox.clock())
                    .httpClient(new InProcessHttp(new SandboxInProcess(sandbox)))
                    .build();
            PUSHES.add(Push.of("ups", sandbox.parcel("ups").delivered().push()));
            PUSHES.add(Push.of("ups", sandbox.parcel("ups").exception().push()));
            String number = sandbox.parcel("karrio:canadapost").delivered().number();
            CLIENT.track(TrackingNumber.of(number, "karrio:canadapost"));
            PUSHES.add(Push.of("karrio", sandbox.karrioPush("tracker_updated", number)));
        }
    }

    static Stream<Arguments> seeds() {
        List<Arguments> seeds = new ArrayList<>();
        for (int i = 0; i < PUSHES.size(); i++) {
            byte[] body = PUSHES.get(i).message().bytes();
            byte[] whole = new byte[HEADER + body.length];
            whole[0] = (byte) i;
            System.arraycopy(body, 0, whole, HEADER, body.length);
            seeds.add(Arguments.of((Object) whole));
            seeds.add(Arguments.of((Object) new byte[] {(byte) i, 1, 0, 5, 0, 0}));
        }
        return seeds.stream();
    }

    @MethodSource("seeds")
    @FuzzTest
    void whatever_is_pushed_is_read_or_refused(byte[] input) {
        if (input.length < HEADER) {
            return;
        }
        Push push = PUSHES.get((input[0] & 0xFF) % PUSHES.size());
        int mode = input[1] & 0xFF;
        Exchange exchange = push.exchange();
        byte[] body = mode % 16 == 0 || exchange.json() == null
                ? Arrays.copyOfRange(input, HEADER, input.length)
                : HostileJson.encoded(
                        HostileJson.of(exchange.json(), exchange.values(), input, HEADER), mode % 16 - 11);
        Verdict.of(
                () -> body.length,
                () -> CLIENT.webhooks().parse(push.carrier(), push.message().headers(), body));
    }
}
